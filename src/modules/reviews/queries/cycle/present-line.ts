import type { Locale } from '../../../../kernel/context.ts'
import type { Line } from '../../schema.ts'
import type { StoredLine } from '../../store/cycle/lines.ts'
import { tellDraft, tellMessage } from '../../tell-draft.ts'
import type { FreshLine } from './fresh-draft.ts'
import { chosenSources, type OwnSources, ownFingerprint } from './own-sources.ts'

/** What the sources of lines say now; null where nobody asks any more. */
export type Fresh = {
  /** By the keys of drafted lines. */
  readonly drafted: ReadonlyMap<string, FreshLine>
  /** What the office's own lines may rest on. */
  readonly own: OwnSources
} | null

/** A line as people read it. */
export function presentLine(line: StoredLine, fresh: Fresh, locale: Locale): Line {
  return {
    id: line.id,
    reviewId: line.review_id,
    unitId: line.unit_id,
    side: line.side,
    kind: line.kind,
    position: line.position,
    draft: line.draft,
    sentence: tellDraft(line.draft, locale),
    words: line.words,
    sources: [...line.sources],
    included: line.included,
    outcome: line.outcome,
    isOutcomeDecided: line.is_outcome_decided,
    evidence: line.evidence.map((each) => ({ ...each, sentence: tellMessage(each.message, locale) })),
    stale: staleOf(line, fresh, locale),
    version: line.version,
    changedAt: line.changed_at.toISOString(),
    changedBy: line.changed_by,
  }
}

/** An own line without sources rests on nothing that could change. */
export function isStale(line: StoredLine, fresh: Fresh): boolean {
  if (fresh === null) return false
  if (line.kind !== 'own') return fresh.drafted.get(line.key)?.fingerprint !== line.fingerprint
  return line.sources.length > 0 && ownFingerprint(line.sources, fresh.own) !== line.fingerprint
}

function staleOf(line: StoredLine, fresh: Fresh, locale: Locale): Line['stale'] {
  if (!isStale(line, fresh)) return null
  if (line.kind === 'own') return staleOwn(line, fresh!.own)
  const now = fresh?.drafted.get(line.key)
  if (!now) return { reason: 'gone', now: null }
  return { reason: 'changed', now: { draft: [...now.draft], sentence: tellDraft(now.draft, locale) } }
}

/** No draft stands behind the words: what each source is called and says. */
function staleOwn(line: StoredLine, own: OwnSources): Line['stale'] {
  if (ownFingerprint(line.sources, own) === null) return { reason: 'gone', now: null }
  const now = chosenSources(line.sources, own)
  const sentence = now.map(({ label: { title = '', value = '', unit = '' } }) =>
    `${title} ${value}${unit}`.trim(),
  )
  return { reason: 'changed', now: { draft: [], sentence: sentence.join('\n') } }
}

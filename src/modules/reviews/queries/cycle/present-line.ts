import type { Locale } from '../../../../kernel/context.ts'
import type { Line } from '../../schema.ts'
import type { StoredLine } from '../../store/cycle/lines.ts'
import { tellDraft, tellMessage } from '../../tell-draft.ts'
import type { FreshLine } from './fresh-draft.ts'

/** What the sources of drafted lines say now, by the lines' keys; null where nobody asks any more. */
export type Fresh = ReadonlyMap<string, FreshLine> | null

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

/** The office's own lines rest on nothing that could change. */
export function isStale(line: StoredLine, fresh: Fresh): boolean {
  return fresh !== null && line.kind !== 'own' && fresh.get(line.key)?.fingerprint !== line.fingerprint
}

function staleOf(line: StoredLine, fresh: Fresh, locale: Locale): Line['stale'] {
  if (!isStale(line, fresh)) return null
  const now = fresh?.get(line.key)
  if (!now) return { reason: 'gone', now: null }
  return { reason: 'changed', now: { draft: [...now.draft], sentence: tellDraft(now.draft, locale) } }
}

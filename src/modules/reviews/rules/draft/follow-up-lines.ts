import type { Evidence, Message, Source } from '../../schema.ts'
import { type DraftLine, plainLine } from './draft-line.ts'
import thresholds from './draft-thresholds.json' with { type: 'json' }
import type { EarlierShortfall, Facts, LinkedItem, StandingFact } from './facts.ts'
import { type Judged, judgeOutcome } from './judge-outcome.ts'
import { isAtBottom } from './near-edge.ts'
import { isBehind } from './pace-lines.ts'
import { itemSource, leagueSource } from './sources-of.ts'
import { toldValue } from './told-value.ts'

/** Each shortfall of the last review with what was done, and a shortfall of this one for each that came back. */
export function followUpLines(facts: Facts): DraftLine[] {
  const byCode = new Map(facts.standings.map((standing) => [standing.code, standing]))
  const short = shortCodes(facts)
  return facts.earlier.flatMap((shortfall) => {
    const items = shortfall.linked
    const now = shortfall.code === null ? null : (byCode.get(shortfall.code) ?? null)
    const isShortNow = shortfall.code !== null && short.has(shortfall.code)
    const judged = judgeOutcome({ shortfall, items, now, isShortNow })
    // What was resolved is told again only when it came back.
    if (shortfall.formerOutcome === 'resolved' && judged.outcome !== 'came-back') return []
    const line = followUpLine(facts, { shortfall, items, now, judged })
    return judged.outcome === 'came-back' ? [line, cameBackLine(line, shortfall, judged)] : [line]
  })
}

/** Indicators that are short by today's figures. */
function shortCodes({ standings, pace }: Facts): ReadonlySet<string> {
  const atBottom = standings.filter(isAtBottom).map(({ code }) => code)
  return new Set([...atBottom, ...pace.filter(isBehind).map(({ code }) => code)])
}

interface Followed {
  readonly shortfall: EarlierShortfall
  readonly items: readonly LinkedItem[]
  readonly now: StandingFact | null
  readonly judged: Judged
}

function followUpLine(facts: Facts, { shortfall, items, now, judged }: Followed): DraftLine {
  const { key, subject, saidIn, before } = shortfall
  const figure = now && leagueSource(now, facts)
  return {
    key: `follow-up:${key}`,
    side: 'follow-up',
    kind: 'follow-up',
    draft: [
      { code: 'follow-up', params: { saidIn: { period: saidIn }, subject: { ...subject } } },
      { code: `outcome-${judged.outcome}`, params: {} },
      judged.reason,
    ],
    sources: [
      ...shortfall.sources,
      ...matterSource(shortfall),
      ...items.slice(0, thresholds.named.most).map(({ item }) => itemSource(item, facts.on)),
      ...(figure ? [figure] : []),
    ],
    basis: {
      subject: subject.zh,
      outcome: judged.outcome,
      reason: judged.reason.code,
      items: items.map(({ item }) => [item.id, item.state, item.progress, item.dueOn]).sort(),
      now: now && [now.code, now.period, now.value, now.rank, now.of],
    },
    outcome: judged.outcome,
    evidence: [
      ...items.slice(0, thresholds.named.most).map((linked) => itemEvidence(facts, linked)),
      ...figureEvidence(before, now).map((message): Evidence => ({ message, source: figure })),
    ],
  }
}

/** The page of the matter over the years. */
function matterSource({ matterId, subject, cameBackIn }: EarlierShortfall): Source[] {
  if (matterId === null) return []
  const since = cameBackIn === null ? {} : { period: cameBackIn }
  return [{ kind: 'matter', href: `/review/matters/${matterId}`, label: { title: subject.zh, ...since } }]
}

function itemEvidence({ traces, on }: Facts, { item, how }: LinkedItem): Evidence {
  const { id, number, title, state, progress, closedOn, daysLate } = item
  const trace = traces.get(id)
  const about = { number, title, ...(trace && { evidence: trace.evidence }) }
  const message: Message =
    state === 'closed'
      ? {
          code: daysLate !== null && daysLate > 0 ? 'item-closed-late' : 'item-closed',
          params: { ...about, evidence: trace?.evidence ?? 0, day: { day: closedOn ?? on } },
        }
      : {
          code: daysLate !== null && daysLate > 0 ? 'item-overdue' : 'item-open',
          params: { ...about, evidence: trace?.evidence ?? 0, progress: Math.floor(progress) },
        }
  const isGuess = how === 'alike'
  return {
    message: isGuess ? { code: `${message.code}-alike`, params: message.params } : message,
    source: itemSource(item, on),
  }
}

function figureEvidence(before: StandingFact | null, now: StandingFact | null): Message[] {
  if (!now) return []
  const { name, period, rank, of } = now
  const shown = { indicator: { ...name }, period: { period }, value: toldValue(now) }
  if (!before || before.period === period) {
    return [
      { code: rank === null ? 'figure' : 'rank', params: { ...shown, ...(rank !== null && { rank, of }) } },
    ]
  }
  const former = {
    formerPeriod: { period: before.period },
    formerValue: toldValue(before),
  }
  if (rank === null || before.rank === null)
    return [{ code: 'figure-moved', params: { ...shown, ...former } }]
  return [{ code: 'rank-moved', params: { ...shown, ...former, rank, of, formerRank: before.rank } }]
}

function cameBackLine(
  line: DraftLine,
  { key, subject, saidIn }: EarlierShortfall,
  { reason }: Judged,
): DraftLine {
  return plainLine({
    key: `came-back:${key}`,
    side: 'shortfall',
    kind: 'came-back',
    draft: [{ code: 'came-back', params: { saidIn: { period: saidIn }, subject: { ...subject } } }, reason],
    sources: line.sources,
    basis: line.basis,
  })
}

import type { Message } from '../../schema.ts'
import { type DraftLine, plainLine } from './draft-line.ts'
import thresholds from './draft-thresholds.json' with { type: 'json' }
import type { Facts, StandingFact, Streak } from './facts.ts'
import { growthMessage } from './growth-message.ts'
import { isAtBottom, isNearTop } from './near-edge.ts'
import { formerSource, leagueSource } from './sources-of.ts'
import { toldValue } from './told-value.ts'

/** One line for each indicator in which a place is worth telling: first, near the top, gained, lost, at the bottom. */
export function rankLines(facts: Facts): DraftLine[] {
  return facts.standings.flatMap((standing) => {
    const kind = kindOf(standing, facts)
    if (!kind) return []
    const { side } = KINDS[kind]
    const isMoved = movedMessage(standing, side).length > 0
    return [
      plainLine({
        key: `${kind}:${standing.code}`,
        side,
        kind,
        draft: messagesOf(standing, side, facts.firsts.get(standing.code)),
        sources: [leagueSource(standing, facts), ...(isMoved ? formerSource(standing, facts) : [])],
        basis: basisOf(standing, facts.firsts.get(standing.code)),
      }),
    ]
  })
}

const KINDS = {
  first: { side: 'strength' },
  'rank-near-top': { side: 'strength' },
  'rank-gain': { side: 'strength' },
  'bottom-of-cohort': { side: 'shortfall' },
  'rank-fall': { side: 'shortfall' },
} as const

/** A place at either end outweighs how it changed, but not a fall from the top: that is told where it stands now. */
function kindOf(standing: StandingFact, { firsts }: Facts): keyof typeof KINDS | undefined {
  const { rank, of, places } = standing
  if (rank === null || of < thresholds.leastCohort.units) return undefined
  if (rank === 1 && firsts.has(standing.code)) return 'first'
  if (isNearTop(standing)) return 'rank-near-top'
  if (isAtBottom(standing)) return 'bottom-of-cohort'
  if (places !== null && places >= thresholds.places.least) return 'rank-gain'
  if (places !== null && places <= -thresholds.places.least) return 'rank-fall'
  return undefined
}

function messagesOf(
  standing: StandingFact,
  side: 'strength' | 'shortfall',
  streak: Streak | undefined,
): Message[] {
  const { name, period, rank, of, sharedBy } = standing
  const place = { indicator: { ...name }, period: { period }, value: toldValue(standing), rank: rank!, of }
  return [
    { code: sharedBy > 1 ? 'rank-shared' : 'rank', params: { ...place, ...(sharedBy > 1 && { sharedBy }) } },
    ...(streak && streak.length > 1 ? [streakMessage(streak)] : []),
    ...movedMessage(standing, side),
    ...growthMessage(standing),
  ]
}

function streakMessage({ length, since, isExact }: Streak): Message {
  const params = { length, since: { period: since ?? '' } }
  return { code: isExact ? 'streak' : 'streak-at-least', params }
}

/** A strength tells what was gained, a shortfall what was lost. */
function movedMessage(
  { places, rank, formerPeriod }: StandingFact,
  side: 'strength' | 'shortfall',
): Message[] {
  if (places === null || formerPeriod === null || rank === null) return []
  const moved = {
    formerPeriod: { period: formerPeriod },
    formerRank: rank + places,
    places: Math.abs(places),
  }
  if (side === 'strength' && places > 0) return [{ code: 'places-up', params: moved }]
  if (side === 'shortfall' && places < 0) return [{ code: 'places-down', params: moved }]
  return []
}

function basisOf(standing: StandingFact, streak: Streak | undefined) {
  const { code, period, value, rank, of, sharedBy, places, growth } = standing
  return { code, period, value, rank, of, sharedBy, places, growth, streak: streak?.length ?? null }
}

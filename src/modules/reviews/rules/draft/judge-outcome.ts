import { compareFractions, fractionOf } from '../../../indicators/index.ts'
import type { Message, Outcome } from '../../schema.ts'
import type { EarlierShortfall, LinkedItem, StandingFact } from './facts.ts'
import { isAtBottom } from './near-edge.ts'

/** What is known of a shortfall since it was found. */
export interface SinceThen {
  readonly shortfall: Pick<EarlierShortfall, 'before' | 'wasShort' | 'formerOutcome' | 'cameBackIn'>
  readonly items: readonly LinkedItem[]
  readonly now: StandingFact | null
  /** By today's figures its indicator is short: behind pace, at the bottom, or fallen. */
  readonly isShortNow: boolean
}

export interface Judged {
  readonly outcome: Outcome
  readonly reason: Message
}

/**
 * What became of a shortfall, with the reason. A figure that is short contradicts items that were closed; without a figure
 * the ledger tells; without either nothing is known to have been done.
 */
export function judgeOutcome(since: SinceThen): Judged {
  return cameBack(since) ?? resolved(since) ?? improving(since) ?? unchanged(since)
}

function cameBack({ shortfall, items, isShortNow }: SinceThen): Judged | undefined {
  const reopened = items.find(({ item }) => item.isOpen && item.round > 1)
  if (reopened) return judged('came-back', 'why-reopened', { number: reopened.item.number })
  if (isShortNow && shortfall.formerOutcome === 'resolved') return judged('came-back', 'why-short-again')
  if (isShortNow && items.length > 0 && items.every(isDone))
    return judged('came-back', 'why-closed-but-short', { count: items.length })
  return undefined
}

function resolved({ shortfall, items, isShortNow, now }: SinceThen): Judged | undefined {
  if (isShortNow) return undefined
  if (items.length > 0 && items.every(isDone)) {
    const onTime = items.filter(({ item }) => item.daysLate === null || item.daysLate <= 0).length
    return judged('resolved', 'why-items-closed', { count: items.length, onTime })
  }
  const wasShort = shortfall.wasShort || (shortfall.before !== null && isAtBottom(shortfall.before))
  if (items.length === 0 && wasShort && now !== null) return judged('resolved', 'why-figure-fine')
  return undefined
}

function improving({ shortfall, items, now }: SinceThen): Judged | undefined {
  const done = items.filter(isDone).length
  if (done > 0) return judged('improving', 'why-some-closed', { count: items.length, done })
  if (isBetter(shortfall.before, now)) return judged('improving', 'why-figure-better')
  const progress = Math.max(0, ...items.map(({ item }) => Math.floor(item.progress)))
  if (progress > 0 && !isWorse(shortfall.before, now))
    return judged('improving', 'why-progress', { count: items.length, progress })
  return undefined
}

function unchanged({ shortfall, items, now }: SinceThen): Judged {
  if (shortfall.cameBackIn !== null)
    return judged('came-back', 'why-confirmed-before', { period: { period: shortfall.cameBackIn } })
  if (isWorse(shortfall.before, now)) return judged('unchanged', 'why-figure-worse')
  if (items.length > 0) return judged('unchanged', 'why-items-still', { count: items.length })
  if (shortfall.before !== null && now !== null) return judged('unchanged', 'why-figure-same')
  return judged('unchanged', 'why-no-trace')
}

function judged(outcome: Outcome, code: string, params: Message['params'] = {}): Judged {
  return { outcome, reason: { code, params } }
}

const isDone = ({ item }: LinkedItem) => item.state === 'closed'

const isBetter = (before: StandingFact | null, now: StandingFact | null) => moved(before, now) > 0
const isWorse = (before: StandingFact | null, now: StandingFact | null) => moved(before, now) < 0

/** Above zero: better than then. The place decides where both are ranked; otherwise the value, if it has a direction. */
export function moved(before: StandingFact | null, now: StandingFact | null): number {
  if (!before || !now || before.period === now.period) return 0
  if (before.rank !== null && now.rank !== null && before.rank !== now.rank) return before.rank - now.rank
  // A sum to date grows by itself: only places tell.
  if (before.period.includes('/') || now.direction === 'near') return 0
  const grown = compareFractions(fractionOf(now.value), fractionOf(before.value))
  return now.direction === 'lower' ? -grown : grown
}

import type { Day } from '../../../../kernel/day.ts'
import { expectedProgress } from './expected-progress.ts'
import type { Fraction } from './fraction.ts'
import type { Plan } from './plan.ts'
import { timePassed } from './time-passed.ts'

export interface PacedItem {
  /** At most three decimals, as the ledger keeps it. */
  readonly weight: number
  /** Per cent, at most two decimals. */
  readonly progress: number
  readonly plan: Plan
  readonly startOn: Day | null
  readonly dueOn: Day | null
}

/**
 * Time passed against progress for a set of items (时间过半、任务过半). Every numerator is a sum of weight × share over
 * the items counted and `weight` is the denominator of all three; decimals as text, exact, for a screen to show.
 */
export interface Pace {
  readonly counted: number
  /** Items without a start or a deadline: they have no time that passes, and stand in none of the sums. */
  readonly withoutClock: number
  readonly weight: string
  readonly timePassed: string
  readonly expected: string
  readonly progress: string
  readonly isBehindTime: boolean
  readonly isBehindPlan: boolean
}

/** Shares are cut to a millionth, weights have three decimals: sums are whole numbers of 10⁻⁹. */
const SHARE = 1_000_000
const WEIGHT = 1000

/** O(items). A share of time that is no whole millionth is rounded down, in favour of the item. */
export function pace(items: Iterable<PacedItem>, asOf: Day): Pace {
  let [counted, withoutClock] = [0, 0]
  let [weight, passed, expected, progress] = [0n, 0n, 0n, 0n]
  for (const item of items) {
    const { startOn, dueOn } = item
    const planned = expectedProgress(item.plan, item, asOf)
    if (startOn === null || dueOn === null || planned === null) {
      withoutClock += 1
      continue
    }
    counted += 1
    const thousandths = BigInt(Math.round(item.weight * WEIGHT))
    weight += thousandths * BigInt(SHARE)
    passed += thousandths * millionths(timePassed({ startOn, dueOn }, asOf))
    expected += thousandths * millionths(planned)
    progress += thousandths * BigInt(Math.round(item.progress * 100) * (SHARE / 10_000))
  }
  return {
    counted,
    withoutClock,
    weight: decimal(weight),
    timePassed: decimal(passed),
    expected: decimal(expected),
    progress: decimal(progress),
    isBehindTime: progress < passed,
    isBehindPlan: progress < expected,
  }
}

function millionths({ numerator, denominator }: Fraction): bigint {
  return (BigInt(numerator) * BigInt(SHARE)) / BigInt(denominator)
}

/** A whole number of 10⁻⁹ as a decimal without needless zeros. */
function decimal(parts: bigint): string {
  const digits = parts.toString().padStart(10, '0')
  return `${digits.slice(0, -9)}.${digits.slice(-9)}`.replace(/\.?0+$/, '')
}

import { formatScaled } from '../values/format-scaled.ts'
import { meritOf } from './merit.ts'
import type { Ranking } from './rank-column.ts'
import type { Direction } from './rank-rules.ts'

/** How far a unit stands from others, as decimal strings of the indicator's unit of measure, never negative. */
export interface RankMargin {
  readonly unit: number
  /** What it lacks to the next better value, and who has that; null for the first. */
  readonly toNextBetter: Margin | null
  /** Its lead over the next worse value (梅河口 2020 prints 0.34 over the second); null for the last. */
  readonly toNextWorse: Margin | null
  /** What it lacks to the first: `0` for the first. */
  readonly toFirst: string
}

export interface Margin {
  readonly amount: string
  readonly units: readonly number[]
}

/** The margins of all units that have a value, in the table's order. Near a target they are of distances. O(units). */
export function rankMargins({ ranked, scale }: Ranking, direction: Direction): RankMargin[] {
  const merit = meritOf({ scale }, direction)
  // By value and not by place: a second indicator separates places whose margin is none.
  const steps: { merit: bigint; units: number[] }[] = []
  for (const { unit, value } of ranked) {
    if (value === null) continue
    const own = BigInt(merit.of(value))
    if (steps.at(-1)?.merit === own) steps.at(-1)!.units.push(unit)
    else steps.push({ merit: own, units: [unit] })
  }
  const between = (better: number, worse: number) =>
    formatScaled(steps[better]!.merit - steps[worse]!.merit, merit.scale)
  return steps.flatMap(({ units }, at) => {
    const toNextBetter = at === 0 ? null : { amount: between(at - 1, at), units: steps[at - 1]!.units }
    const next = steps[at + 1]
    const toNextWorse = next ? { amount: between(at, at + 1), units: next.units } : null
    return units.map((unit) => ({ unit, toNextBetter, toNextWorse, toFirst: between(0, at) }))
  })
}

import type { Column, Scaled } from '../values/column.ts'
import { type ApartUnit, type Comparability, comparableUnits } from './comparable-units.ts'
import { compareScaled, meritOf } from './merit.ts'
import { placeOfGroup } from './place-of-group.ts'
import type { RankRules } from './rank-rules.ts'
import { valueOfUnit } from './value-of-unit.ts'

/** A unit's place. */
export interface RankedUnit {
  readonly unit: number
  /** Null only under the missing rule `last`. */
  readonly value: Scaled | null
  /** By the tie rule; half numbers under `fractional` only. */
  readonly rank: number
  /** How many of the ranked units are strictly better. */
  readonly better: number
  /** How many share the place, the unit itself among them: 1 is alone. */
  readonly sharedBy: number
}

/** A league table of one period. */
export interface Ranking {
  readonly period: number
  readonly vintage: number
  readonly scale: number
  /** Best first; units of one place ascending. */
  readonly ranked: readonly RankedUnit[]
  readonly apart: readonly ApartUnit[]
  /** Units without a value that the missing rule leaves out, so that no table hides how many they are. */
  readonly leftOut: readonly number[]
}

export interface RankOptions {
  readonly rules: RankRules
  readonly comparability: Comparability
  /** Breaks ties under `second-indicator`; a unit that it lacks comes after those that it has. */
  readonly second?: { readonly column: Column; readonly direction: RankRules['direction'] }
}

interface Contender {
  readonly unit: number
  readonly value: Scaled | null
  readonly merit: Scaled | null
  readonly secondMerit: Scaled | null
}

/** Ranks the cohort's comparable units. O(units log units). */
export function rankColumn(column: Column, { rules, comparability, second }: RankOptions): Ranking {
  const { compared, apart } = comparableUnits(column, comparability)
  const merit = meritOf(column, rules.direction)
  const breaker = rules.ties === 'second-indicator' ? second : undefined
  const secondMerit = breaker && meritOf(breaker.column, breaker.direction)
  const contenders: Contender[] = compared.map(({ unit, value }) => {
    const other = breaker && valueOfUnit(breaker.column, unit)
    return { unit, value, merit: merit.of(value), secondMerit: other == null ? null : secondMerit!.of(other) }
  })
  const isMissing = ({ reason }: ApartUnit) => reason === 'not-reported' || reason === 'withdrawn'
  if (rules.missing === 'last') {
    for (const { unit } of apart.filter(isMissing))
      contenders.push({ unit, value: null, merit: null, secondMerit: null })
  }
  contenders.sort((a, b) => compareContenders(a, b) || a.unit - b.unit)
  return {
    period: column.period,
    vintage: column.vintage,
    scale: column.scale,
    ranked: placesOf(contenders, rules),
    apart: rules.missing === 'apart' ? apart : apart.filter((each) => !isMissing(each)),
    leftOut: rules.missing === 'excluded' ? apart.filter(isMissing).map(({ unit }) => unit) : [],
  }
}

/** Better first; zero for a shared place. */
function compareContenders(a: Contender, b: Contender): number {
  return compareMerits(a.merit, b.merit) || compareMerits(a.secondMerit, b.secondMerit)
}

function compareMerits(a: Scaled | null, b: Scaled | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  return compareScaled(b, a)
}

function placesOf(contenders: readonly Contender[], { ties }: RankRules): RankedUnit[] {
  const ranked: RankedUnit[] = []
  let group = 0
  for (let start = 0; start < contenders.length; group++) {
    let end = start + 1
    while (end < contenders.length && compareContenders(contenders[start]!, contenders[end]!) === 0) end++
    const rank = placeOfGroup(ties, { start, end, group })
    for (const { unit, value } of contenders.slice(start, end))
      ranked.push({ unit, value, rank, better: start, sharedBy: end - start })
    start = end
  }
  return ranked
}

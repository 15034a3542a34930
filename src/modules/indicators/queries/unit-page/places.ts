import { blockKey } from '../../columns/kept-blocks.ts'
import { TwoGenerations } from '../../columns/two-generations.ts'
import type { Definitions } from '../../definitions/defined.ts'
import type { Comparability } from '../../rules/league/comparable-units.ts'
import { rankColumn } from '../../rules/league/rank-column.ts'
import type { TimePeriod } from '../../rules/period/time-period.ts'
import type { Column } from '../../rules/values/column.ts'
import { knownPeriod } from '../../values/known-period.ts'
import { comparabilityOf, type Ranked, rankDirection } from '../league/rank-period.ts'

/** The places of all units in one table, without the table. */
export interface Places {
  readonly of: number
  /** Ranked units, ascending. */
  readonly units: Int32Array
  readonly ranks: Int16Array
  readonly sharedBy: Int16Array
  readonly apart: ReadonlyMap<number, string>
}

interface Kept extends Places {
  readonly bytes: number
  readonly column: Column
  readonly members: readonly number[]
  readonly base: Column | undefined
}

/** Places that a process keeps beside a tenant's definitions: a page asks for those of hundreds of indicators. */
const BYTES = 64 * 1024 * 1024

const stores = new WeakMap<Definitions, TwoGenerations<Kept>>()

/** Everyone's place by the standard tie rule; kept while column, cohort and base are what they were. */
export function placesIn(ranked: Ranked, period: TimePeriod, column: Column): Places {
  const { definitions } = ranked.values
  const store = stores.get(definitions) ?? new TwoGenerations<Kept>(BYTES)
  stores.set(definitions, store)
  const key = blockKey(ranked.defined.number, knownPeriod(period).number)
  const comparability = comparabilityOf(ranked, period, column)
  const found = store.get(key)
  if (found && isStill(found, column, comparability)) return found
  const made = makePlaces(column, comparability, rankDirection(ranked, period))
  store.set(key, made)
  return made
}

function isStill(kept: Kept, column: Column, { cohort, base }: Comparability): boolean {
  if (kept.column !== column || kept.base !== base?.column) return false
  if (kept.members === cohort.members) return true
  return (
    kept.members.length === cohort.members.length &&
    kept.members.every((unit, at) => unit === cohort.members[at])
  )
}

function makePlaces(
  column: Column,
  comparability: Comparability,
  direction: ReturnType<typeof rankDirection>,
): Kept {
  const { ranked, apart } = rankColumn(column, {
    rules: { direction, ties: 'standard', missing: 'apart' },
    comparability,
  })
  const rows = ranked.toSorted((a, b) => a.unit - b.unit)
  return {
    of: rows.length,
    units: Int32Array.from(rows, ({ unit }) => unit),
    ranks: Int16Array.from(rows, ({ rank }) => rank),
    sharedBy: Int16Array.from(rows, ({ sharedBy }) => sharedBy),
    apart: new Map(apart.map(({ unit, reason }) => [unit, reason])),
    bytes: 600 + rows.length * 8 + apart.length * 60,
    column,
    members: comparability.cohort.members,
    base: comparability.base?.column,
  }
}

export interface Place {
  readonly rank: number | null
  readonly sharedBy: number
  readonly of: number
  readonly reason: string | null
}

export function placeOf({ of, units, ranks, sharedBy, apart }: Places, unit: number): Place {
  const at = units.indexOf(unit)
  if (at >= 0) return { rank: ranks[at]!, sharedBy: sharedBy[at]!, of, reason: null }
  return { rank: null, sharedBy: 0, of: 0, reason: apart.get(unit) ?? 'not-in-cohort' }
}

import type { Context, Tx } from '../../../kernel/context.ts'
import { type Columns, openColumns } from '../columns/open-columns.ts'
import { type Defined, type Definitions, definitionOn } from '../definitions/defined.ts'
import { loadDefinitions } from '../definitions/load-definitions.ts'
import { type MeasuredUnits, measuredUnits } from '../measured/measured-units.ts'
import { periodNumber, periodOfNumber } from '../rules/period/period-number.ts'
import { comparePeriods, lastDay } from '../rules/period/span.ts'
import type { TimePeriod } from '../rules/period/time-period.ts'
import type { Column } from '../rules/values/column.ts'

/** The values of an indicator in a period, published or computed. */
export interface Wanted {
  readonly defined: Defined
  readonly period: TimePeriod
}

/** All that a question needs, as of one vintage. */
export interface Values {
  readonly asOf: number
  readonly columns: Columns
  readonly definitions: Definitions
  readonly units: MeasuredUnits
  load(wanted: readonly Wanted[]): Promise<void>
  /** Loaded before; undefined where there is nothing. */
  at(defined: Defined, period: TimePeriod): Column | undefined
  /** For which periods each has values, in the order of their ends. */
  periods(defined: readonly Defined[]): Promise<ReadonlyMap<Defined, readonly TimePeriod[]>>
}

/** Opens definitions, units and values in this transaction, as of a vintage or the newest one. */
export async function openValues(ctx: Context, tx: Tx, asOf?: number): Promise<Values> {
  const columns = await openColumns(ctx, tx, asOf)
  const definitions = await loadDefinitions(ctx, tx, columns.head)
  const units = await measuredUnits(ctx, tx, columns.head)
  return {
    asOf: columns.asOf,
    columns,
    definitions,
    units,
    load: (wanted) =>
      columns.load(
        wanted.map(({ defined, period }) => ({ indicator: defined.number, period: periodNumber(period) })),
      ),
    at: (defined, period) => columns.at(defined.number, periodNumber(period)),
    async periods(all) {
      const numbers = await columns.periods(all.map(({ number }) => number))
      return new Map(all.map((defined) => [defined, inOrder(numbers.get(defined.number)!)]))
    },
  }
}

const ordered = new WeakMap<readonly number[], readonly TimePeriod[]>()

/** Numbers of the store as periods by their ends; made once for a list that is kept. */
function inOrder(numbers: readonly number[]): readonly TimePeriod[] {
  const found = ordered.get(numbers)
  if (found) return found
  const periods = numbers.flatMap((number) => periodOfNumber(number) ?? []).sort(comparePeriods)
  ordered.set(numbers, periods)
  return periods
}

/** The definition by which a period is counted: the one in force on its last day. */
export const definitionOf = (defined: Defined, period: TimePeriod) => definitionOn(defined, lastDay(period))

import type { Context, Tx } from '../../../kernel/context.ts'
import { type Columns, openColumns } from '../columns/open-columns.ts'
import { type Defined, type Definitions, definitionOn } from '../definitions/defined.ts'
import { loadDefinitions } from '../definitions/load-definitions.ts'
import { type MeasuredUnits, measuredUnits } from '../measured/measured-units.ts'
import { periodOfNumber } from '../rules/period/period-number.ts'
import { comparePeriods } from '../rules/period/span.ts'
import type { TimePeriod } from '../rules/period/time-period.ts'
import type { Column } from '../rules/values/column.ts'
import type { BlockKey } from '../store/read-blocks.ts'
import { blocksFor, type Computing, computedColumn } from './computed-values.ts'
import { formulaPeriods, pacingCellsOf } from './formula-periods.ts'
import { planOn } from './formula-plans.ts'
import { knownPeriod } from './known-period.ts'
import { type RatioColumn, ratioColumn } from './ratio-column.ts'
import { ratioOf } from './ratio-of.ts'
import { type ValueOverUnits, valueOverUnits } from './value-over-units.ts'

/** The values of an indicator in a period, published or computed. */
export interface Wanted {
  readonly defined: Defined
  readonly period: TimePeriod
}

/** What is divided, and by what, for all units. */
export interface RatioColumns {
  readonly numerator: RatioColumn
  readonly denominator: RatioColumn
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
  /** Of an indicator that is computed as a ratio: what is divided, and by what. Its values must be loaded. */
  ratioAt(defined: Defined, period: TimePeriod): RatioColumns | undefined
  /** What it comes to over units, as it declares: a sum, a mean, a ratio of sums. Its values must be loaded. */
  over(defined: Defined, period: TimePeriod, members: readonly number[]): ValueOverUnits | undefined
  /** Footnotes in force by unit number; none of a computed one. Its values must be loaded. */
  notes(defined: Defined, period: TimePeriod): Readonly<Record<number, string>>
  /** What each vintage said, ascending; nothing for a computed one. */
  history(defined: Defined, period: TimePeriod): readonly Column[]
  /** For which periods each has values, in the order of their ends. */
  periods(defined: readonly Defined[]): Promise<ReadonlyMap<Defined, readonly TimePeriod[]>>
}

/** Opens definitions, units and values in this transaction, as of a vintage or the newest one. */
export async function openValues(ctx: Context, tx: Tx, asOf?: number): Promise<Values> {
  const columns = await openColumns(ctx, tx, asOf)
  const definitions = await loadDefinitions(ctx, tx, columns.head)
  const units = await measuredUnits(ctx, tx, columns.head)
  const computing: Computing = { definitions, units, columns }
  const planOf = (defined: Defined, period: TimePeriod) =>
    planOn(definitions, defined, knownPeriod(period).lastDay)
  const keysOf = ({ defined, period }: Wanted): BlockKey[] => {
    const plan = planOf(defined, period)
    if (plan) return blocksFor(plan, period)
    return plan === null ? [] : [{ indicator: defined.number, period: knownPeriod(period).number }]
  }
  return {
    asOf: columns.asOf,
    columns,
    definitions,
    units,
    load: (wanted) => columns.load(wanted.flatMap(keysOf)),
    at(defined, period) {
      const plan = planOf(defined, period)
      if (plan) return computedColumn(computing, defined, { plan, period })
      return plan === null ? undefined : columns.at(defined.number, knownPeriod(period).number)
    },
    ratioAt(defined, period) {
      const plan = planOf(defined, period)
      const ratio = plan ? ratioOf(plan) : undefined
      if (!ratio) return undefined
      const side = (role: 'numerator' | 'denominator') =>
        ratioColumn(computing, defined, { plan: ratio[role], period, role })
      return { numerator: side('numerator'), denominator: side('denominator') }
    },
    over(defined, period, members) {
      const plan = planOf(defined, period)
      const { overUnits: how } = definitionOn(defined, knownPeriod(period).lastDay)
      if (plan === null || (how !== 'sum' && how !== 'mean' && how !== 'ratio')) return undefined
      const cell = { op: 'cell', indicator: defined.code, number: defined.number } as const
      return valueOverUnits(computing, { plan: plan ?? cell, how, period, members })
    },
    notes(defined, period) {
      if (planOf(defined, period) !== undefined) return {}
      return Object.assign(
        {},
        ...columns.notes(defined.number, knownPeriod(period).number).map(({ notes }) => notes),
      )
    },
    history(defined, period) {
      return planOf(defined, period) === undefined
        ? columns.history(defined.number, knownPeriod(period).number)
        : []
    },
    async periods(all) {
      const plans = new Map(all.map((defined) => [defined, planOn(definitions, defined, FOREVER)]))
      const numbers = [...plans].flatMap(([{ number }, plan]) => (plan ? pacingCellsOf(plan) : [number]))
      const known = await columns.periods([...new Set(numbers)])
      const periodsOf = (number: number) => inOrder(known.get(number)!)
      return new Map(
        [...plans].map(([defined, plan]) => {
          if (!plan) return [defined, periodsOf(defined.number)]
          return [defined, formulaPeriods(definitionOn(defined, FOREVER), pacingCellsOf(plan).map(periodsOf))]
        }),
      )
    },
  }
}

/** By the newest definition. */
const FOREVER = '9999-12-31'

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
export const definitionOf = (defined: Defined, period: TimePeriod) =>
  definitionOn(defined, knownPeriod(period).lastDay)

import { blockKey } from '../columns/kept-blocks.ts'
import type { Columns } from '../columns/open-columns.ts'
import { TwoGenerations } from '../columns/two-generations.ts'
import type { Defined, Definitions } from '../definitions/defined.ts'
import type { MeasuredUnits } from '../measured/measured-units.ts'
import { evaluateFormula } from '../rules/formula/evaluate-formula.ts'
import { operandsOf } from '../rules/formula/operands-of.ts'
import { operandsOfPlan, type Plan } from '../rules/formula/plan.ts'
import { cohortOn } from '../rules/league/cohort-on.ts'
import type { TimePeriod } from '../rules/period/time-period.ts'
import type { Column } from '../rules/values/column.ts'
import type { BlockKey } from '../store/read-blocks.ts'
import { knownPeriod } from './known-period.ts'

/** A computed column, good as long as what it was computed from is what stands there. */
interface Kept {
  readonly bytes: number
  readonly plan: Plan
  readonly operands: readonly (Column | undefined)[]
  readonly units: MeasuredUnits | null
  readonly column: Column | undefined
}

/** Computed columns that a process keeps beside a tenant's definitions. */
const BYTES = 64 * 1024 * 1024

/** A formula's result, or one side of its division. */
type Role = 'value' | 'numerator' | 'denominator'

const stores = new WeakMap<Definitions, Map<Role, TwoGenerations<Kept>>>()

export interface Computing {
  readonly definitions: Definitions
  readonly units: MeasuredUnits
  readonly columns: Columns
}

/** The published blocks that a plan needs for a period. */
export function blocksFor(plan: Plan, period: TimePeriod): BlockKey[] {
  return operandsOf(plan, [knownPeriod(period).number]).flatMap(({ number, periods }) =>
    periods.map((each) => ({ indicator: number, period: each })),
  )
}

/** The column of a formula, or of one side of it, for all units that its operands name. Its blocks must be loaded. */
export function computedColumn(
  { definitions, units, columns }: Computing,
  defined: Defined,
  { plan, period, role = 'value' }: { plan: Plan; period: TimePeriod; role?: Role },
): Column | undefined {
  const store = storeOf(definitions, role)
  const number = knownPeriod(period).number
  const operands = blocksFor(plan, period).map((each) => columns.at(each.indicator, each.period))
  const key = blockKey(defined.number, number)
  const found = store.get(key)
  if (found && isStill(found, { plan, operands, units })) return found.column
  const column = evaluate({ plan, number, operands, units, columns, day: knownPeriod(period).lastDay })
  const bytes = 400 + (column?.values.length ?? 0) * 24 + operands.length * 8
  store.set(key, { bytes, plan, operands, units: looksAtOthers(plan) ? units : null, column })
  return column
}

function storeOf(definitions: Definitions, role: Role): TwoGenerations<Kept> {
  const roles = stores.get(definitions) ?? new Map<Role, TwoGenerations<Kept>>()
  stores.set(definitions, roles)
  const store = roles.get(role) ?? new TwoGenerations<Kept>(role === 'value' ? BYTES : BYTES / 4)
  roles.set(role, store)
  return store
}

/** The same formula over the very same columns. Published columns are never changed, so the same object is the same. */
function isStill(
  kept: Kept,
  now: { plan: Plan; operands: readonly (Column | undefined)[]; units: MeasuredUnits },
): boolean {
  return (
    kept.plan === now.plan &&
    kept.operands.length === now.operands.length &&
    kept.operands.every((column, at) => column === now.operands[at]) &&
    (kept.units === null || kept.units === now.units)
  )
}

interface Evaluating {
  readonly plan: Plan
  readonly number: number
  readonly operands: readonly (Column | undefined)[]
  readonly units: MeasuredUnits
  readonly columns: Columns
  readonly day: string
}

function evaluate({ plan, number, operands, units, columns, day }: Evaluating): Column | undefined {
  const named = unitsOf(operands)
  if (named.length === 0) return undefined
  const everyone = units.findCohort(WHOLE_CITY)?.memberships ?? []
  const [column] = evaluateFormula({
    plan,
    periods: [number],
    units: named,
    cohort: looksAtOthers(plan) ? cohortOn(everyone, day).members : named,
    parentOf: (unit) => units.parentOf.get(unit),
    columnOf: (indicator, period) => columns.at(indicator, period),
  })
  if (!column || column.values.every((value) => value === null)) return undefined
  return column
}

/** Whom a sum or mean over units goes over. */
const WHOLE_CITY = 'city-wide'

/** Most columns name the same units, as one list. */
function unitsOf(operands: readonly (Column | undefined)[]): readonly number[] {
  const lists = new Set(operands.flatMap((column) => (column ? [column.units] : [])))
  if (lists.size <= 1) return [...lists][0] ?? []
  return [...new Set([...lists].flat())].sort((a, b) => a - b)
}

/** Whether other units' values decide on a unit's. */
function looksAtOthers(plan: Plan): boolean {
  return plan.op === 'over-units' || plan.op === 'of-parent' || operandsOfPlan(plan).some(looksAtOthers)
}

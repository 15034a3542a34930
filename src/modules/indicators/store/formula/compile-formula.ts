import { type RawBuilder, sql } from 'kysely'
import { thisTenant } from '../../../../platform/database/index.ts'
import { operandsOf } from '../../rules/formula/operands-of.ts'
import { type Plan, RESULT_DECIMALS } from '../../rules/formula/plan.ts'
import { withParents } from '../../rules/formula/with-parents.ts'
import { makeRelations } from './relations.ts'

export interface CompileFormula {
  readonly plan: Plan
  /** Period numbers. */
  readonly periods: readonly number[]
  readonly units: readonly number[]
  readonly cohort?: readonly number[]
  readonly parentOf?: (unit: number) => number | undefined
  /** Values as of this vintage. */
  readonly vintage: number
}

export interface FormulaRow {
  unit: number
  period: number
  /** A decimal without needless zeros; null where it is missing. */
  value: string | null
}

/**
 * The same computation as `evaluateFormula` in SQL over `indicators.block`, for who wants it where the data is: one row
 * for each unit and period. A property test holds both equal to the last digit.
 */
export function compileFormula(input: CompileFormula): RawBuilder<FormulaRow> {
  const { plan, periods, units, vintage, cohort = units, parentOf } = input
  const universe = [...withParents([...units, ...cohort], parentOf)]
  const needed = operandsOf(plan, periods).flatMap(({ number, periods }) =>
    periods.map((period) => ({ number, period })),
  )
  const relations = makeRelations({ cohort, universe, parentOf })
  const result = relations.relationOf(plan, periods)
  return sql<FormulaRow>`
    with known_unit as (select unit from unnest(${universe}::int[]) as known_unit (unit)),
    cell as (
      select distinct on (block.indicator, block.period, one.unit)
        block.indicator, block.period, one.unit, one.value
      from unnest(${needed.map(({ number }) => number)}::int[], ${needed.map(({ period }) => period)}::int[])
        as needed (indicator, period)
      join indicators.block on block.indicator = needed.indicator and block.period = needed.period
      cross join lateral unnest(block.units, block.values) as one (unit, value)
      where block.tenant_id = ${thisTenant} and block.vintage <= ${vintage}
      order by block.indicator, block.period, one.unit, block.vintage desc
    ),
    ${sql.join(relations.all(), sql`,`)}
    select asked.unit, result.period, trim_scale(round(result.value, ${sql.lit(RESULT_DECIMALS)}))::text as value
    from unnest(${units}::int[]) as asked (unit)
    join ${sql.ref(result)} as result on result.unit = asked.unit
    order by array_position(${periods}::int[], result.period), asked.unit`
}

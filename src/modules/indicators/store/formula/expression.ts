import { type RawBuilder, sql } from 'kysely'
import { type Plan, RESULT_DECIMALS, WORKING_DECIMALS } from '../../rules/formula/plan.ts'

type Sql = RawBuilder<unknown>
/** A part that cannot be written as an expression over the row's own unit and period. */
export type Boundary = Extract<
  Plan,
  { op: 'cell' | 'earlier' | 'aligned' | 'decumulate' | 'gather' | 'over-units' | 'of-parent' }
>

const DECIMALS = sql.lit(WORKING_DECIMALS)
/** One digit more than is kept, cut off exactly by `div`: rounding it away rounds half away from zero, once. */
const UP = sql.raw(`1${'0'.repeat(WORKING_DECIMALS + 1)}::numeric`)
const DOWN = sql.raw(`0.${'0'.repeat(WORKING_DECIMALS)}1::numeric`)

/**
 * A plan as an expression over one row; parts that look at other periods or units are asked of `boundary`. Each operand is
 * written once, so that the text grows with the formula and no faster.
 */
export function expressionOf(plan: Plan, boundary: (part: Boundary) => Sql): Sql {
  const of = (part: Plan) => expressionOf(part, boundary)
  const list = (parts: readonly Plan[]) => sql.join(parts.map(of))
  switch (plan.op) {
    case 'constant':
      return sql.raw(`(${plan.digits} * ${smallestOf(plan.scale)}::numeric)`)
    case 'derived':
      return sql`round(${of(plan.of)}, ${sql.lit(RESULT_DECIMALS)})`
    case 'add':
      return sql`(${of(plan.left)} + ${of(plan.right)})`
    case 'subtract':
      return sql`(${of(plan.left)} - ${of(plan.right)})`
    case 'multiply':
      return sql`round(${of(plan.left)} * ${of(plan.right)}, ${DECIMALS})`
    case 'divide':
      return quotient(of(plan.left), of(plan.right))
    case 'positive':
      return sql`nullif(greatest(${of(plan.of)}, 0), 0)`
    case 'round':
      return sql`round(${of(plan.of)}, ${sql.lit(plan.places)})`
    case 'coalesce':
      return sql`coalesce(${list(plan.of)})`
    case 'least':
    case 'greatest': {
      // least() and greatest() pass over nulls; here one that is missing makes the result missing.
      const extreme = plan.op === 'least' ? sql`min(value)` : sql`max(value)`
      return sql`(select ${extreme} from unnest(array[${list(plan.of)}]) as option (value)
        having count(value) = count(*))`
    }
    case 'if': {
      const test = sql`${of(plan.left)} ${sql.raw(plan.sign)} ${of(plan.right)}`
      return sql`case (${test}) when true then ${of(plan.whenTrue)} when false then ${of(plan.whenFalse)} end`
    }
    default:
      return boundary(plan)
  }
}

/** A quotient as `divideRounded` makes it; null for a division by zero. */
export function quotient(left: Sql, right: Sql): Sql {
  return sql`round(div((${left}) * ${UP}, nullif(${right}, 0)) * ${DOWN}, ${DECIMALS})`
}

function smallestOf(scale: number): string {
  return scale === 0 ? '1' : `0.${'0'.repeat(scale - 1)}1`
}

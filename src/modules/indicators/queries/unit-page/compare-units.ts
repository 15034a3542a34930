import type { Context } from '../../../../kernel/context.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { answerOnce } from '../../../../platform/answers/index.ts'
import { requireUnit } from '../../measured/require-unit.ts'
import { decimalOf, fractionOf, minus } from '../../rules/exact/fraction.ts'
import type { AskComparison, Comparison, UnitStanding } from '../../schema.ts'
import { openValues } from '../../values/open-values.ts'
import { refOf } from '../league/present-table.ts'
import { standings } from './standings.ts'
import { cohortRef, pageOf } from './unit-page.ts'

/** Two units side by side, indicator by indicator. @throws `indicators.no-such-unit`, `indicators.no-such-cohort` */
export function compareUnits(ctx: Context, input: AskComparison): Promise<Comparison> {
  authorize(ctx, 'indicators.read')
  const question = { name: 'indicators.comparison', of: [input, ctx.clock.today()], isForAll: true } as const
  return answerOnce(ctx, question, async (tx) => {
    const values = await openValues(ctx, tx, input.asOf)
    const [first, second] = input.units.split(',').map((key) => requireUnit(values.units, key).number)
    const { all, total } = pageOf(values.definitions, input, ctx.clock.today())
    const found = await standings(values, { all, units: [first!, second!], input })
    const ref = refOf(values.units)
    return {
      units: [ref(first!), ref(second!)],
      cohort: cohortRef(values, input.cohort),
      asOf: values.asOf,
      rows: found.map(([one, other]) => rowOf(one!, other!)),
      total,
      page: input.page,
      pageSize: input.pageSize,
    }
  })
}

function rowOf(first: UnitStanding, second: UnitStanding): Comparison['rows'][number] {
  const isBoth = first.value !== null && second.value !== null
  const difference = isBoth ? decimalOf(minus(fractionOf(first.value!), fractionOf(second.value!))) : null
  return { first, second, difference, better: betterOf(first, second) }
}

/** The one with the better place; whoever is not ranked is not better. */
function betterOf(first: UnitStanding, second: UnitStanding): Comparison['rows'][number]['better'] {
  if (first.rank === null || second.rank === null) return null
  return first.rank === second.rank ? 'equal' : first.rank < second.rank ? 'first' : 'second'
}

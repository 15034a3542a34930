import type { Context } from '../../../../kernel/context.ts'
import type { Day } from '../../../../kernel/day.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { answerOnce } from '../../../../platform/answers/index.ts'
import { type Defined, type Definitions, definitionOn } from '../../definitions/defined.ts'
import { requireUnit } from '../../measured/require-unit.ts'
import type { AskUnitPage, UnitPage } from '../../schema.ts'
import { openValues, type Values } from '../../values/open-values.ts'
import { requireCohort } from '../league/league-table.ts'
import { refOf } from '../league/present-table.ts'
import { standings } from './standings.ts'

/**
 * Where a unit stands in every indicator: value, place, change and the last values.
 * @throws `indicators.no-such-unit`, `indicators.no-such-cohort`, `indicators.bad-period`
 */
export function unitPage(ctx: Context, keyOrId: string, input: AskUnitPage): Promise<UnitPage> {
  authorize(ctx, 'indicators.read')
  const question = {
    name: 'indicators.unit-page',
    of: [keyOrId, input, ctx.clock.today()],
    isForAll: true,
  } as const
  return answerOnce(ctx, question, async (tx) => {
    const values = await openValues(ctx, tx, input.asOf)
    const { number } = requireUnit(values.units, keyOrId)
    const { all, total } = pageOf(values.definitions, input, ctx.clock.today())
    const found = await standings(values, { all, units: [number], input })
    return {
      unit: refOf(values.units)(number),
      cohort: cohortRef(values, input.cohort),
      asOf: values.asOf,
      standings: found.map(([standing]) => standing!),
      total,
      page: input.page,
      pageSize: input.pageSize,
    }
  })
}

/** The indicators of a page, by code; those that are retired are left out. */
export function pageOf(
  { byCode }: Definitions,
  { tag, page, pageSize }: AskUnitPage,
  today: Day,
): { all: readonly Defined[]; total: number } {
  const isShown = (defined: Defined) =>
    (defined.retiredOn === null || defined.retiredOn > today) &&
    (tag === undefined || definitionOn(defined, today).tags.includes(tag))
  const shown = [...byCode.values()].filter(isShown)
  return { all: shown.slice((page - 1) * pageSize, page * pageSize), total: shown.length }
}

export function cohortRef(values: Values, name: string) {
  const { key } = requireCohort(values, name)
  const cohort = values.units.cohorts.find((each) => each.key === key)!
  return { key, name: cohort.name, nameEn: cohort.nameEn }
}

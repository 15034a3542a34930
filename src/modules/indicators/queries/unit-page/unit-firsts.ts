import type { Context } from '../../../../kernel/context.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { requireUnit } from '../../measured/require-unit.ts'
import { requirePeriod } from '../../read-period.ts'
import type { AskUnitPage, UnitFirsts } from '../../schema.ts'
import { openValues } from '../../values/open-values.ts'
import { requireCohort } from '../league/league-table.ts'
import { streakShown } from '../league/present-table.ts'
import { type Ranked, rankPeriod } from '../league/rank-period.ts'
import { streaksOf } from '../league/streak-tables.ts'
import { standings } from './standings.ts'
import { pageOf } from './unit-page.ts'

/**
 * Where a unit stands first among the indicators of a page, and for how long without a break, the longest first. Apart
 * from the page itself, since a long streak reads as many periods.
 * @throws `indicators.no-such-unit`, `indicators.no-such-cohort`, `indicators.bad-period`
 */
export function unitFirsts(ctx: Context, keyOrId: string, input: AskUnitPage): Promise<UnitFirsts> {
  authorize(ctx, 'indicators.read')
  return ctx.transaction(async (tx) => {
    const values = await openValues(ctx, tx, input.asOf)
    const { number } = requireUnit(values.units, keyOrId)
    const { memberships } = requireCohort(values, input.cohort)
    const { all } = pageOf(values.definitions, input, ctx.clock.today())
    const found = await standings(values, { all, units: [number], input: { ...input, points: 1 } })
    const firsts: UnitFirsts['firsts'] = []
    for (const [at, [standing]] of found.entries()) {
      if (standing?.rank !== 1 || standing.period === null) continue
      const { code, name, nameEn, period: text, of, sharedBy } = standing
      const ranked: Ranked = {
        values,
        defined: all[at]!,
        memberships,
        measure: 'level',
        ties: 'standard',
        missing: 'apart',
      }
      const period = requirePeriod(text)
      const ranking = rankPeriod(ranked, period)!
      const streaks = await streaksOf(ranked, { period, ranking, against: 'previous', first: 1 })
      const streak = streakShown(streaks.get(number))
      if (streak) firsts.push({ code, name, nameEn, period: text, of, sharedBy, streak })
    }
    return { asOf: values.asOf, firsts: firsts.sort((a, b) => b.streak.length - a.streak.length) }
  })
}

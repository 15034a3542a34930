import type { Context } from '../../../kernel/context.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { answerOnce } from '../../../platform/answers/index.ts'
import { breaksOf, type Defined } from '../definitions/defined.ts'
import { requireDefined } from '../definitions/require-defined.ts'
import { requireUnit } from '../measured/require-unit.ts'
import { requirePeriod } from '../read-period.ts'
import { textOfUnit } from '../rules/league/text-of-unit.ts'
import { valueOfUnit } from '../rules/league/value-of-unit.ts'
import { writePeriod } from '../rules/period/period-text.ts'
import { comparePeriods, lastDay } from '../rules/period/span.ts'
import type { TimePeriod } from '../rules/period/time-period.ts'
import type { AskSeries, Series } from '../schema.ts'
import { openValues, type Values } from '../values/open-values.ts'
import { requireCohort, WHOLE_CITY } from './league/league-table.ts'
import { refOf } from './league/present-table.ts'
import { ratioShown } from './league/ratio-columns.ts'
import { presentOn } from './present-indicator.ts'

/**
 * All values of an indicator for units and periods, as of a vintage, with what earlier vintages said where they differ.
 * @throws `indicators.no-such-indicator`, `indicators.no-such-unit`, `indicators.no-such-cohort`, `indicators.bad-period`
 */
export function series(ctx: Context, code: string, input: AskSeries): Promise<Series> {
  authorize(ctx, 'indicators.read')
  const from = input.from === undefined ? undefined : requirePeriod(input.from)
  const to = input.to === undefined ? undefined : requirePeriod(input.to)
  const question = {
    name: 'indicators.series',
    of: [code, input, ctx.clock.today()],
    isForAll: true,
  } as const
  return answerOnce(ctx, question, async (tx) => {
    const values = await openValues(ctx, tx, input.asOf)
    const defined = requireDefined(values.definitions, code)
    const all = (await values.periods([defined])).get(defined)!
    const periods = all.filter(
      (period) => (!from || comparePeriods(period, from) >= 0) && (!to || comparePeriods(period, to) <= 0),
    )
    await values.load(periods.map((period) => ({ defined, period })))
    const columns = periods.map((period) => values.at(defined, period))
    const units = input.units
      ? input.units.map((key) => requireUnit(values.units, key).number)
      : [
          ...new Set(
            requireCohort(
              values,
              input.cohort ?? presentOn(defined, ctx.clock.today()).cohort ?? WHOLE_CITY,
            ).memberships.map(({ unit }) => unit),
          ),
        ]
    const ref = refOf(values.units)
    const ratios = periods.map((period) => values.ratioAt(defined, period))
    const sides = (unit: number, side: 'numerator' | 'denominator') =>
      ratios.some(Boolean) ? ratios.map((ratio) => textOfUnit(ratio?.[side].column, unit)) : null
    return {
      indicator: presentOn(defined, periods.length > 0 ? lastDay(periods.at(-1)!) : ctx.clock.today()),
      asOf: values.asOf,
      periods: periods.map(writePeriod),
      units: units.map((unit) => ({
        ...ref(unit),
        values: columns.map((column) => textOfUnit(column, unit)),
        numerators: sides(unit, 'numerator'),
        denominators: sides(unit, 'denominator'),
      })),
      ratios: ratios.some(Boolean) ? ratios.map(ratioShown) : null,
      breaks: [...breaksOf(defined)],
      revisions: periods.flatMap((period) => revisionsOf(values, { defined, period, units })),
    }
  })
}

interface Revised {
  readonly defined: Defined
  readonly period: TimePeriod
  readonly units: readonly number[]
}

/** What vintages said of which a later one says something else. */
function revisionsOf(values: Values, { defined, period, units }: Revised): Series['revisions'] {
  const columns = values.history(defined, period)
  if (columns.length < 2) return []
  const text = writePeriod(period)
  const ref = refOf(values.units)
  return units.flatMap((unit) => {
    const said = columns.filter((column) => valueOfUnit(column, unit) !== undefined)
    return said.slice(0, -1).map((column) => ({
      period: text,
      unit: ref(unit).key,
      vintage: column.vintage,
      value: textOfUnit(column, unit),
    }))
  })
}

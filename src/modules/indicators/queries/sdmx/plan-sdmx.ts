import type { Context } from '../../../../kernel/context.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { loadRegister } from '../../../units/index.ts'
import { definitionOn } from '../../definitions/defined.ts'
import { requireDefined } from '../../definitions/require-defined.ts'
import { requireUnit } from '../../measured/require-unit.ts'
import { requirePeriod } from '../../read-period.ts'
import { comparePeriods } from '../../rules/period/span.ts'
import type { TimePeriod } from '../../rules/period/time-period.ts'
import type { SdmxNames } from '../../rules/sdmx/sdmx-data.ts'
import type { AskSdmx } from '../../schema.ts'
import { openValues } from '../../values/open-values.ts'
import { sdmxNames } from './sdmx-names.ts'

/** What a message is to hold, before any value is read. */
export interface SdmxPlan {
  /** Everything is read as of this vintage, which never changes. */
  readonly asOf: number
  readonly parts: readonly { readonly code: string; readonly periods: readonly TimePeriod[] }[]
  /** Keys of the units, in the order of their numbers. */
  readonly units: readonly string[]
  readonly names: SdmxNames
  readonly city: string
}

/**
 * @throws `indicators.no-such-indicator`, `indicators.no-such-unit`, `indicators.bad-period`
 */
export function planSdmx(ctx: Context, ask: AskSdmx): Promise<SdmxPlan> {
  authorize(ctx, 'indicators.read')
  const from = ask.from === undefined ? undefined : requirePeriod(ask.from)
  const to = ask.to === undefined ? undefined : requirePeriod(ask.to)
  const isWithin = (period: TimePeriod) =>
    (!from || comparePeriods(period, from) >= 0) && (!to || comparePeriods(period, to) <= 0)
  const today = ctx.clock.today()
  return ctx.transaction(async (tx) => {
    const values = await openValues(ctx, tx, ask.asOf)
    const { definitions, units } = values
    const all = ask.indicators
      ? [...new Set(ask.indicators)].map((code) => requireDefined(definitions, code))
      : [...definitions.byCode.values()].filter((each) => definitionOn(each, today).formula === null)
    const periods = await values.periods(all)
    const wanted = ask.units && new Set(ask.units.map((key) => requireUnit(units, key).key))
    const { register } = await loadRegister(tx)
    return {
      asOf: values.asOf,
      parts: all.flatMap((defined) => {
        const within = periods.get(defined)!.filter(isWithin)
        return within.length === 0 ? [] : [{ code: defined.code, periods: within }]
      }),
      units: units.all.flatMap(({ key }) => (!wanted || wanted.has(key) ? [key] : [])),
      names: sdmxNames(all, units, today),
      city: register.city.name,
    }
  })
}

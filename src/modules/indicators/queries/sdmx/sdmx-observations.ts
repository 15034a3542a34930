import type { Context } from '../../../../kernel/context.ts'
import { requireDefined } from '../../definitions/require-defined.ts'
import { valueOfUnit } from '../../rules/league/value-of-unit.ts'
import { writePeriod } from '../../rules/period/period-text.ts'
import type { SdmxObservation } from '../../rules/sdmx/sdmx-data.ts'
import type { Column } from '../../rules/values/column.ts'
import { formatScaled } from '../../rules/values/format-scaled.ts'
import { openValues } from '../../values/open-values.ts'
import type { SdmxPlan } from './plan-sdmx.ts'

/**
 * The observations of a plan, an indicator at a time and each in a transaction of its own: a whole city's are never in
 * memory together, and no transaction stays open while a slow reader reads. The vintage holds them together.
 */
export async function* sdmxObservations(ctx: Context, plan: SdmxPlan): AsyncGenerator<SdmxObservation[]> {
  for (const part of plan.parts) yield await observationsOf(ctx, plan, part)
}

function observationsOf(
  ctx: Context,
  { asOf, units: keys }: SdmxPlan,
  { code, periods }: SdmxPlan['parts'][number],
): Promise<SdmxObservation[]> {
  return ctx.transaction(async (tx) => {
    const values = await openValues(ctx, tx, asOf)
    const defined = requireDefined(values.definitions, code)
    const numbers = keys.flatMap((key) => values.units.byKey.get(key) ?? [])
    await values.load(periods.map((period) => ({ defined, period })))
    return periods.flatMap((period): SdmxObservation[] => {
      const column = values.at(defined, period)
      if (!column) return []
      const history = values.history(defined, period)
      const notes = values.notes(defined, period)
      const text = writePeriod(period)
      return numbers.flatMap(({ number, key }): SdmxObservation[] => {
        const value = valueOfUnit(column, number)
        if (value === undefined) return []
        return [
          {
            indicator: code,
            unit: key,
            period: text,
            value: value === null ? null : formatScaled(value, column.scale),
            vintage: saidBy(history, number) ?? column.vintage,
            comment: notes[number] ?? null,
          },
        ]
      })
    })
  })
}

/** The vintage that said so last. */
const saidBy = (history: readonly Column[], unit: number) =>
  history.findLast((column) => valueOfUnit(column, unit) !== undefined)?.vintage

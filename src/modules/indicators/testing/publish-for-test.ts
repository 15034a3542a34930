import type { Context } from '../../../kernel/context.ts'
import { defineIndicator } from '../commands/define/define-indicator.ts'
import { type Published, publishRows } from '../commands/publish/publish-rows.ts'
import { loadDefinitions } from '../definitions/load-definitions.ts'
import { requireDefined } from '../definitions/require-defined.ts'
import { measuredUnits } from '../measured/measured-units.ts'
import { periodNumberOf } from '../read-period.ts'
import type { Row } from '../rules/values/gather-rows.ts'
import { DefineIndicator } from '../schema.ts'
import { readHead } from '../store/head.ts'

/** Defines an indicator by what differs from a plain monthly one. */
export function defineForTest(ctx: Context, fields: Partial<DefineIndicator> & { code: string }) {
  return defineIndicator(ctx, DefineIndicator.parse({ name: fields.code, frequency: 'month', ...fields }))
}

/** Values by code, period and key of the unit: `{ gdp: { '2024-02': { yunbo: '12.5' } } }`. */
type TestValues = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string | null>>>>>>

/** Publishes values as the next vintage. */
export function publishForTest(ctx: Context, values: TestValues, source = 'test'): Promise<Published> {
  return ctx.transaction(async (tx) => {
    const head = await readHead(tx)
    const definitions = await loadDefinitions(ctx, tx, head)
    const { byKey } = await measuredUnits(ctx, tx, head)
    const rows = Object.entries(values).flatMap(([code, periods]) =>
      Object.entries(periods).flatMap(([period, units]) =>
        Object.entries(units).map(([key, value]) => ({
          indicator: requireDefined(definitions, code).number,
          period: periodNumberOf(period),
          unit: byKey.get(key)!.number,
          value,
        })),
      ),
    )
    return publishRows(ctx, tx, { source, note: '', rows })
  })
}

/** Publishes lines of `code,period,unit number,value` as the next vintage: for the bench. */
export function publishLines(ctx: Context, lines: Iterable<string>, source: string): Promise<Published> {
  return ctx.transaction(async (tx) => {
    const definitions = await loadDefinitions(ctx, tx, await readHead(tx))
    const periods = new Map<string, number>()
    const rows: Row[] = []
    for (const line of lines) {
      const [code, text, unit, value] = line.split(',')
      const period = periods.get(text!) ?? periodNumberOf(text!)
      periods.set(text!, period)
      rows.push({
        indicator: requireDefined(definitions, code!).number,
        period,
        unit: Number(unit),
        value: value!,
      })
    }
    return publishRows(ctx, tx, { source, note: '', rows })
  })
}

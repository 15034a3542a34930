import type { Context, Tx } from '../../../kernel/context.ts'
import { inNamesOf } from '../../../kernel/permissions.ts'
import { journal } from '../../../platform/journal/index.ts'
import { putReadings, type ReportedReading } from '../store/readings.ts'
import type { Gathered } from './gather-message.ts'
import { rowsOf } from './gather-sheet.ts'
import type { SheetNames } from './sheet-names.ts'

/** Puts the values of a table down as readings, for somebody else to verify; one entry of the journal for all. */
export async function reportRows(
  ctx: Context,
  tx: Tx,
  {
    gathered,
    names,
    detail,
  }: { gathered: Gathered; names: SheetNames; detail: Readonly<Record<string, unknown>> },
): Promise<void> {
  const readings: ReportedReading[] = []
  for (const { indicator, period, unit, value, note = '' } of rowsOf(gathered))
    readings.push({
      indicator,
      period,
      unit,
      unitId: names.units.byNumber.get(unit)?.unitId ?? null,
      value,
      note,
    })
  const { userId, name } = ctx.actor
  const inNameOf = inNamesOf(ctx.actor.grants, 'indicators.report').map(({ id }) => id)
  await putReadings(tx, { tenantId: ctx.tenantId, userId, inNameOf, name, at: ctx.clock.now() }, readings)
  await journal(tx, ctx, {
    action: 'indicators.readings-imported',
    subject: { type: 'sheet-import', id: String(detail.sha256) },
    detail: { ...detail, readings: readings.length },
  })
}

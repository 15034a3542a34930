import type { Context } from '../../../../kernel/context.ts'
import { conflict } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { loadDefinitions } from '../../definitions/load-definitions.ts'
import { requireDefined } from '../../definitions/require-defined.ts'
import { presentVintage } from '../../queries/present-vintage.ts'
import { periodNumberOf, periodTextOf } from '../../read-period.ts'
import type { PublishReadings, Vintage } from '../../schema.ts'
import { lockHead, readHead } from '../../store/head.ts'
import { deletePublishedReadings, takeVerifiedReadings } from '../../store/verified-readings.ts'
import { findVintages } from '../../store/vintages.ts'
import { publishRows } from './publish-rows.ts'

/**
 * Publishes what units reported and somebody else verified, as the next vintage. The journal's entry names who reported and
 * who verified each value.
 * @throws `indicators.nothing-verified`, `indicators.nothing-new`, `indicators.no-such-indicator`, `indicators.bad-period`
 */
export async function publishReadings(ctx: Context, input: PublishReadings): Promise<Vintage> {
  authorize(ctx, 'indicators.publish')
  const period = input.period === undefined ? undefined : periodNumberOf(input.period)
  return ctx.transaction(async (tx) => {
    await lockHead(tx, ctx.tenantId)
    const definitions = await loadDefinitions(ctx, tx, await readHead(tx))
    const indicators = input.indicators?.map((code) => requireDefined(definitions, code).number)
    const readings = await takeVerifiedReadings(tx, { indicators, period })
    if (readings.length === 0) throw conflict('indicators.nothing-verified')
    await deletePublishedReadings(tx, readings)
    const { vintage } = await publishRows(ctx, tx, {
      source: input.source,
      note: input.note,
      rows: readings,
      detail: {
        readings: readings.map(({ indicator, period: of, unit, reportedBy, verifiedBy }) => [
          definitions.byNumber.get(indicator)!.code,
          periodTextOf(of),
          unit,
          reportedBy,
          verifiedBy,
        ]),
      },
    })
    return presentVintage((await findVintages(tx, [vintage]))[0]!)
  })
}

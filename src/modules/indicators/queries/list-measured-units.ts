import type { Context } from '../../../kernel/context.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { measuredUnits } from '../measured/measured-units.ts'
import type { MeasuredUnitList } from '../schema/measured-unit.ts'
import { readHead } from '../store/head.ts'

/** All who can be measured, by number. */
export function listMeasuredUnits(ctx: Context): Promise<MeasuredUnitList> {
  authorize(ctx, 'indicators.read')
  return ctx.transaction(async (tx) => {
    const { all } = await measuredUnits(ctx, tx, await readHead(tx))
    return {
      units: all.map(({ number, key, name, aliases, unitId }) => ({
        number,
        key,
        name,
        aliases: [...aliases],
        unitId,
      })),
    }
  })
}

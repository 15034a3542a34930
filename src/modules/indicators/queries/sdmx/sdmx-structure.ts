import type { Context } from '../../../../kernel/context.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { loadRegister } from '../../../units/index.ts'
import { writeSdmxStructure } from '../../rules/sdmx/write-sdmx-structure.ts'
import { openValues } from '../../values/open-values.ts'
import { sdmxNames } from './sdmx-names.ts'

/** The SDMX-JSON 2.0 structure message: how the data messages are built, and what their codes mean. */
export function sdmxStructure(ctx: Context): Promise<unknown> {
  authorize(ctx, 'indicators.read')
  return ctx.transaction(async (tx) => {
    const { definitions, units, asOf } = await openValues(ctx, tx)
    const names = sdmxNames(definitions.byCode.values(), units, ctx.clock.today())
    const { register } = await loadRegister(tx)
    const prepared = ctx.clock.now().toISOString()
    return writeSdmxStructure(names, { id: `structure-${asOf}`, prepared, sender: register.city.name })
  })
}

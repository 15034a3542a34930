import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Context } from '../../../kernel/context.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { journal } from '../../../platform/journal/index.ts'
import type { CityMap } from '../schema.ts'
import { findMap, saveMap } from '../store/map.ts'

/** Makes a pack's outlines the tenant's own; the same again writes nothing. */
export async function storeMap(ctx: Context, map: CityMap): Promise<void> {
  authorize(ctx, 'units.load')
  await ctx.transaction(async (tx) => {
    if (isDeepStrictEqual(await findMap(tx), map)) return
    await saveMap(tx, ctx.tenantId, map)
    await journal(tx, ctx, {
      action: 'units.map-loaded',
      subject: { type: 'map', id: ctx.tenantId },
      detail: {
        source: map.source,
        shapes: map.shapes.length,
        hash: createHash('sha256').update(JSON.stringify(map)).digest('hex'),
      },
    })
  })
}

import type { Context } from '../../../kernel/context.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { loadDefinitions } from '../definitions/load-definitions.ts'
import { requireDefined } from '../definitions/require-defined.ts'
import type { Vintages } from '../schema.ts'
import { readHead } from '../store/head.ts'
import { listVintages, vintagesOfIndicator } from '../store/vintages.ts'
import { presentVintage } from './present-vintage.ts'

const RECENT = 200

export function recentVintages(ctx: Context): Promise<Vintages> {
  authorize(ctx, 'indicators.read')
  return ctx.transaction(async (tx) => ({ vintages: (await listVintages(tx, RECENT)).map(presentVintage) }))
}

/** @throws `indicators.no-such-indicator` */
export function vintagesOf(ctx: Context, code: string): Promise<Vintages> {
  authorize(ctx, 'indicators.read')
  return ctx.transaction(async (tx) => {
    const { number } = requireDefined(await loadDefinitions(ctx, tx, await readHead(tx)), code)
    return { vintages: (await vintagesOfIndicator(tx, number)).map(presentVintage) }
  })
}

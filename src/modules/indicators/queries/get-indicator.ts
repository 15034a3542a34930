import type { Context } from '../../../kernel/context.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { loadDefinitions } from '../definitions/load-definitions.ts'
import { requireDefined } from '../definitions/require-defined.ts'
import type { IndicatorDetail } from '../schema.ts'
import { readHead } from '../store/head.ts'
import { presentIndicator } from './present-indicator.ts'

/** @throws `indicators.no-such-indicator` */
export function getIndicator(ctx: Context, code: string): Promise<IndicatorDetail> {
  authorize(ctx, 'indicators.read')
  return ctx.transaction(async (tx) => {
    const definitions = await loadDefinitions(ctx, tx, await readHead(tx))
    return presentIndicator(requireDefined(definitions, code), ctx.clock.today())
  })
}

import type { Context, Tx } from '../../../kernel/context.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { selectTimeliness, type Timeliness } from '../store/timeliness.ts'

/** By lead unit and quarter: items due until today, and how many of them were closed in time. */
export async function timeliness(ctx: Context, tx: Tx, unitIds?: readonly string[]): Promise<Timeliness[]> {
  authorize(ctx, 'ledger.read')
  return selectTimeliness(tx, { until: ctx.clock.today(), unitIds })
}

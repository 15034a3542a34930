import type { Context } from '../../../../kernel/context.ts'
import { conflict, notFound } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { openShown } from '../../queries/claims/claims.ts'
import { presentPosition } from '../../queries/claims/external-positions.ts'
import type { ExternalPosition, WithdrawExternalPosition } from '../../schema/claims.ts'
import { findPosition, insertPosition, newestPositions } from '../../store/external-positions.ts'
import { lockHead } from '../../store/head.ts'

/**
 * Withdraws a printed rank that was put down by mistake. It stays to be seen, and no claim is held against it any more.
 * @throws `indicators.no-such-position`, `indicators.position-superseded` when a later one stands in its place
 */
export async function withdrawExternalPosition(
  ctx: Context,
  id: string,
  { reason }: WithdrawExternalPosition,
): Promise<ExternalPosition> {
  authorize(ctx, 'indicators.import')
  return ctx.transaction(async (tx) => {
    await lockHead(tx, ctx.tenantId)
    const former = await findPosition(tx, id)
    if (!former) throw notFound('indicators.no-such-position', { id })
    const newest = await newestPositions(tx, { indicators: [former.indicator], unit: former.unit })
    if (!newest.some((each) => each.id === id)) throw conflict('indicators.position-superseded', { id })
    const at = ctx.clock.now()
    const stored = {
      ...former,
      id: newId(at.getTime()),
      position: null,
      among: null,
      value: null,
      withdrawn_because: reason,
      // After what it withdraws, also when the clock was set back in between.
      recorded_at: new Date(Math.max(at.getTime(), former.recorded_at.getTime() + 1)),
      recorded_by: ctx.actor.name,
    }
    await insertPosition(tx, stored)
    await journal(tx, ctx, {
      action: 'indicators.position-withdrawn',
      subject: { type: 'external-position', id },
      detail: { position: former.position, among: former.among, source: former.source, reason },
    })
    return presentPosition(stored, await openShown(ctx, tx))
  })
}

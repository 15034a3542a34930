import type { Context } from '../../../../kernel/context.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { findAccounts } from '../../../../platform/accounts.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { notify } from '../../../inbox/index.ts'
import { alertParams, noticeOf } from '../../alerts/alert-sentence.ts'
import { alertOf } from '../../queries/alerts/alerts.ts'
import type { Alert, AssignAlert } from '../../schema/alerts.ts'
import { settleAlert } from '../../store/alerts.ts'
import { lockOpenAlert } from './lock-open-alert.ts'
import { requireOwner } from './require-owner.ts'

/**
 * Hands an open alert over to an account or a role; the new owner is told as of a new one.
 * @throws `indicators.no-such-alert`, `indicators.alert-settled`, `indicators.alert-changed`, `indicators.no-such-owner`, `indicators.owner-role`
 */
export async function assignAlert(
  ctx: Context,
  id: string,
  { version, ownerId, ownerRole }: AssignAlert,
): Promise<Alert> {
  authorize(ctx, 'indicators.alert')
  return ctx.transaction(async (tx) => {
    const stored = await lockOpenAlert(ctx, tx, { id, version })
    await requireOwner(ctx, tx, { ownerId, ownerRole })
    await settleAlert(tx, id, {
      state: 'open',
      owner_id: ownerId,
      owner_role: ownerRole,
      changed_at: ctx.clock.now(),
      changed_by: ctx.actor.name,
      version: version + 1,
    })
    const alert = await alertOf(ctx, tx, id)
    const query = ownerId === null ? { roles: ownerRole === null ? [] : [ownerRole] } : { ids: [ownerId] }
    await notify(tx, ctx, {
      cause: `indicators.alert-assigned:${id}:${version}`,
      kind: `indicators.${noticeOf(alert)}`,
      level: 'warning',
      recipients: (await findAccounts(tx, ctx, query)).map((account) => account.id),
      subject: { type: 'alert', id },
      params: alertParams({
        kind: alert.kind,
        unit: alert.unit.name,
        indicator: alert.indicatorName,
        period: alert.period,
        numbers: alert.numbers,
      }),
    })
    await journal(tx, ctx, {
      action: 'indicators.alert-assigned',
      subject: { type: 'alert', id },
      detail: {
        rule: stored.rule,
        before: { ownerId: stored.owner_id, ownerRole: stored.owner_role },
        after: { ownerId, ownerRole },
      },
    })
    return alert
  })
}

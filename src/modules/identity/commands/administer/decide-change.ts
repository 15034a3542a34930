import type { Context } from '../../../../kernel/context.ts'
import { forbidden, notFound } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { mayConfirm } from '../../rules/account-change.ts'
import { findWaitingChange, decideChange as saveDecision } from '../../store/account-changes.ts'
import { applyChange } from './apply-change.ts'
import { checkIsHeld, checkRoles, getAccountToChange } from './ask-for-change.ts'

/**
 * The second pair of eyes on a change of an administrator's account. Whoever asked may take it back, not confirm it.
 * @throws `identity.change-missing`, `identity.not-yours-to-confirm`, what `checkRoles` and
 * `checkIsHeld` throw
 */
export async function decideChange(ctx: Context, id: string, isConfirmed: boolean): Promise<void> {
  authorize(ctx, 'identity.confirm-changes')
  await ctx.transaction(async (tx) => {
    const change = await findWaitingChange(tx, id)
    if (!change) throw notFound('identity.change-missing')
    const { userId, roles } = ctx.actor
    const isAsker = change.askedBy === userId
    if (isConfirmed || !isAsker) {
      if (!mayConfirm(change, { userId, roles })) throw forbidden('identity.not-yours-to-confirm')
    }
    const decision = isConfirmed ? 'confirmed' : isAsker ? 'withdrawn' : 'refused'
    await saveDecision(tx, id, { decision, by: userId, at: ctx.clock.now() })
    if (isConfirmed) {
      const account = await getAccountToChange(ctx, tx, change.accountId)
      if (change.roles) {
        checkRoles(change.roles, account.unitId)
        await checkIsHeld(tx, account, change.roles)
      }
      await applyChange(ctx, tx, { account, change })
    }
    await journal(tx, ctx, {
      action: `identity.change-${decision}`,
      subject: { type: 'account', id: change.accountId },
      detail: { change: id, kind: change.kind },
    })
  })
}

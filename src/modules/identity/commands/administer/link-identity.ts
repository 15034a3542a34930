import type { Context } from '../../../../kernel/context.ts'
import { conflict, forbidden } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { isAdministrator } from '../../rules/duties.ts'
import { linkIdentity, unlinkIdentity } from '../../store/external-identities.ts'
import { getAccountToChange } from './ask-for-change.ts'

/**
 * Links an account to a subject of the single sign-on instead of the one before; null takes the link away.
 * @throws `identity.no-oidc-for-administrators`, `identity.subject-taken`, what `getAccountToChange` throws
 */
export async function linkAccount(
  ctx: Context,
  accountId: string,
  { issuer, subject }: { issuer: string; subject: string | null },
): Promise<void> {
  authorize(ctx, 'identity.manage-accounts')
  await ctx.transaction(async (tx) => {
    const { roles } = await getAccountToChange(ctx, tx, accountId)
    if (isAdministrator(roles)) throw forbidden('identity.no-oidc-for-administrators')
    const row = { tenantId: ctx.tenantId, createdAt: ctx.clock.now() }
    if (subject === null) await unlinkIdentity(tx, { accountId, issuer })
    else if (!(await linkIdentity(tx, { accountId, issuer, subject }, row)))
      throw conflict('identity.subject-taken')
    await journal(tx, ctx, {
      action: subject === null ? 'identity.single-sign-on-unlinked' : 'identity.single-sign-on-linked',
      subject: { type: 'account', id: accountId },
      detail: { issuer },
    })
  })
}

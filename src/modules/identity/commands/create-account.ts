import type { Context } from '../../../kernel/context.ts'
import { conflict } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { journal } from '../../../platform/journal/index.ts'
import type { PlainAccount } from '../../../platform/module.ts'
import { checkPassword, hashPassword } from '../passwords.ts'
import { readSettings } from '../read-settings.ts'
import { refuseAlike } from '../refuse-alike.ts'
import { administratorOf } from '../rules/account-change.ts'
import type { CreateAccount } from '../schema.ts'
import { insertAccount } from '../store/accounts.ts'
import { checkRoles } from './administer/ask-for-change.ts'
import { grantStanding } from './grant-standing.ts'

/**
 * Adds an account with its roles that can sign in at once: for the installation itself, on the command line. The
 * caller has looked the unit up in the register.
 * @throws what `checkPassword` and `checkRoles` throw, `identity.username-taken`, `identity.username-alike`, `kernel.forbidden`
 */
export async function createAccount(
  ctx: Context,
  input: CreateAccount & { mustChangePassword?: boolean },
): Promise<PlainAccount> {
  authorize(ctx, 'identity.create-account')
  const { password, name, roles, unitId, mustChangePassword = false } = input
  const username = input.username.trim().toLowerCase()
  checkPassword(password, [username, name], await ctx.transaction(readSettings))
  checkRoles(roles, unitId)
  const account = { id: newId(), username, name, roles, unitId }
  const passwordHash = await hashPassword(password)
  await ctx.transaction(async (tx) => {
    const row = { tenantId: ctx.tenantId, createdAt: ctx.clock.now() }
    await refuseAlike(ctx, tx, username)
    const plain = { ...account, roles: administratorOf(roles), passwordHash, mustChangePassword }
    const isNew = await insertAccount(tx, plain, row)
    if (!isNew) throw conflict('identity.username-taken', { username })
    await grantStanding(ctx, tx, { accountId: account.id, roles })
    const subject = { type: 'account', id: account.id }
    const detail = { username, roles, unitId }
    await journal(tx, ctx, { action: 'identity.account-created', subject, detail })
  })
  return account
}

import type { Context } from '../../../kernel/context.ts'
import { conflict, invalid } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { journal } from '../../../platform/journal/index.ts'
import type { Account } from '../../../platform/module.ts'
import { hashPassword, SHORTEST_PASSWORD } from '../passwords.ts'
import type { CreateAccount } from '../schema.ts'
import { insertAccount } from '../store.ts'

/**
 * Adds an account that can sign in at once. The caller has looked the unit up in the register.
 * @throws `identity.password-too-short`, `identity.unit-missing` for a liaison without a unit,
 * `identity.username-taken`, `kernel.forbidden`
 */
export async function createAccount(ctx: Context, input: CreateAccount): Promise<Account> {
  authorize(ctx, 'identity.create-account')
  const { password, name, roles, unitId } = input
  if (password.length < SHORTEST_PASSWORD) {
    throw invalid('identity.password-too-short', { shortest: SHORTEST_PASSWORD })
  }
  const role = roles.find((each) => each === 'liaison' || each === 'leader')
  if (role && unitId === null) throw invalid('identity.unit-missing', { role })

  const account = { id: newId(), username: input.username.trim().toLowerCase(), name, roles, unitId }
  const passwordHash = await hashPassword(password)
  await ctx.transaction(async (tx) => {
    const row = { tenantId: ctx.tenantId, createdAt: ctx.clock.now() }
    const isNew = await insertAccount(tx, { ...account, passwordHash }, row)
    if (!isNew) throw conflict('identity.username-taken', { username: account.username })
    const subject = { type: 'account', id: account.id }
    const detail = { username: account.username, roles, unitId }
    await journal(tx, ctx, { action: 'identity.account-created', subject, detail })
  })
  return account
}

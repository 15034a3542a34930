import type { Context } from '../../../kernel/context.ts'
import type { Account } from '../../../platform/module.ts'
import { listAccounts as listRows } from '../store/accounts.ts'

/** Every account of the tenant, by username; no password leaves the store. */
export async function listAccounts(ctx: Context): Promise<Account[]> {
  const rows = await ctx.transaction(listRows)
  return rows.map(({ id, username, name, roles, unitId }) => ({ id, username, name, roles, unitId }))
}

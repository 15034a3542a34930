import type { Context } from '../../../kernel/context.ts'
import type { Account } from '../../../platform/module.ts'
import { listAccounts as listRows } from '../store/accounts.ts'

/** Every account of the tenant, by username, with what it holds today; no password leaves the store. */
export function listAccounts(ctx: Context): Promise<Account[]> {
  return ctx.transaction((tx) => listRows(tx, ctx.clock.today()))
}

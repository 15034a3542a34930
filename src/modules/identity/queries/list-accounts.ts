import type { Context } from '../../../kernel/context.ts'
import type { Account } from '../../../platform/module.ts'
import { listAccounts as listRows } from '../store.ts'

/** Every account of the tenant, by username; no password leaves the store. */
export async function listAccounts(ctx: Context): Promise<Account[]> {
  return ctx.transaction(listRows)
}

import type { Context, Tx } from '../kernel/context.ts'
import { modulesOf } from './database/index.ts'
import type { Account, AccountQuery } from './module.ts'

/**
 * The accounts that meet all that the query gives, by username: whom a notification goes to. Asked of the
 * module that knows who people are, which modules of its own layer may not import.
 */
export async function findAccounts(tx: Tx, ctx: Context, query: AccountQuery): Promise<readonly Account[]> {
  const find = modulesOf(ctx).find((module) => module.findAccounts)?.findAccounts
  return find ? find(tx, query) : []
}

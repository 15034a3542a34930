import type { Context, Tx } from '../kernel/context.ts'
import { modulesOf } from './database/index.ts'
import type { Account, AccountQuery } from './module.ts'

/**
 * The accounts that meet all that the query gives, by username: whom a notification goes to. Asked of the
 * module that knows who people are, which modules of its own layer may not import.
 */
export async function findAccounts(tx: Tx, ctx: Context, query: AccountQuery): Promise<readonly Account[]> {
  const find = modulesOf(ctx).find((module) => module.findAccounts)?.findAccounts
  return find ? find(ctx, tx, query) : []
}

/** The accounts and whoever has everything of one of them in hand today, each once: whom a notice to them goes to. */
export async function withStandIns(tx: Tx, ctx: Context, ids: readonly string[]): Promise<string[]> {
  const find = modulesOf(ctx).find((module) => module.findStandIns)?.findStandIns
  const known = standIns.get(tx) ?? new Map<string, readonly string[]>()
  standIns.set(tx, known)
  const asked = ids.filter((id) => !known.has(id))
  const found = find && asked.length > 0 ? await find(ctx, tx, asked) : new Map<string, string[]>()
  for (const id of asked) known.set(id, found.get(id) ?? [])
  return [...new Set(ids.flatMap((id) => [id, ...(known.get(id) ?? [])]))]
}

/** A transaction that tells thousands asks once for each person. */
const standIns = new WeakMap<Tx, Map<string, readonly string[]>>()

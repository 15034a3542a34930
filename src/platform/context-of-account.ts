import type { Context } from '../kernel/context.ts'
import { findAccounts } from './accounts.ts'
import { createContext, databaseOf, modulesOf } from './database/index.ts'
import { nobody } from './http/nobody.ts'
import { actorOf, subtreesOf } from './permissions.ts'

/** Nobody in a tenant: to look up who a token stands for. */
export function contextOfTenant(ctx: Context, tenantId: string): Context {
  const { clock, locale } = ctx
  return createContext({
    database: databaseOf(ctx),
    modules: modulesOf(ctx),
    tenantId,
    actor: nobody,
    clock,
    locale,
  })
}

/** A person of the context's tenant, with what they may do now; undefined when it is gone or disabled. */
export async function contextOfAccount(ctx: Context, accountId: string): Promise<Context | undefined> {
  const modules = modulesOf(ctx)
  const found = await ctx.transaction(async (tx) => {
    const [account] = await findAccounts(tx, ctx, { ids: [accountId], isActive: true })
    if (!account) return undefined
    return { account, subtrees: await subtreesOf(modules, tx, account) }
  })
  if (!found) return undefined
  const { tenantId, clock, locale } = ctx
  const actor = actorOf(modules, found.account, found.subtrees)
  return createContext({ database: databaseOf(ctx), modules, tenantId, actor, clock, locale })
}

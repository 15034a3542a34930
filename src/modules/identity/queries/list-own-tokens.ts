import type { Context } from '../../../kernel/context.ts'
import { ownGrants } from '../../../kernel/permissions.ts'
import { modulesOf } from '../../../platform/database/index.ts'
import { loadCatalogues } from '../../../platform/i18n/index.ts'
import { isAdministrator } from '../rules/duties.ts'
import type { TokenList } from '../schema/tokens.ts'
import { listTokens } from '../store/api-tokens.ts'

/** The actor's live tokens, and the permissions that a new one could be given, in words. */
export async function listOwnTokens(ctx: Context): Promise<TokenList> {
  const tokens = await ctx.transaction((tx) => listTokens(tx, ctx.actor.userId, ctx.clock.now()))
  const messages = loadCatalogues(modulesOf(ctx))[ctx.locale]
  const permissions = isAdministrator(ctx.actor.roles)
    ? []
    : Object.keys(ownGrants(ctx.actor.grants).permissions)
  return {
    tokens: tokens.map((token) => ({
      ...token,
      createdAt: token.createdAt.toISOString(),
      expiresAt: token.expiresAt.toISOString(),
      lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
    })),
    grantable: permissions.sort().map((permission) => ({
      permission,
      words: messages[permission.replace('.', '.permission.')] ?? permission,
    })),
  }
}

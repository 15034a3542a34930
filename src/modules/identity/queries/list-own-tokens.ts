import type { Context } from '../../../kernel/context.ts'
import type { TokenLine } from '../schema/tokens.ts'
import { listTokens } from '../store/api-tokens.ts'

export async function listOwnTokens(ctx: Context): Promise<TokenLine[]> {
  const tokens = await ctx.transaction((tx) => listTokens(tx, ctx.actor.userId, ctx.clock.now()))
  return tokens.map((token) => ({
    ...token,
    createdAt: token.createdAt.toISOString(),
    expiresAt: token.expiresAt.toISOString(),
    lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
  }))
}

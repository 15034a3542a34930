import type { Context } from '../../../kernel/context.ts'
import { notFound } from '../../../kernel/errors.ts'
import { journal } from '../../../platform/journal/index.ts'
import { revokeTokens } from '../store/api-tokens.ts'

/** Ends one of the actor's own tokens at once. @throws `identity.token-missing` */
export async function revokeOwnToken(ctx: Context, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const which = { accountId: ctx.actor.userId, only: id }
    const [name] = await revokeTokens(tx, which, ctx.clock.now())
    if (name === undefined) throw notFound('identity.token-missing')
    await journal(tx, ctx, {
      action: 'identity.token-revoked',
      subject: { type: 'api-token', id },
      detail: { name },
    })
  })
}

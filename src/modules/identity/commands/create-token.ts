import type { Context } from '../../../kernel/context.ts'
import { conflict, forbidden, invalid } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { holds, ownGrants } from '../../../kernel/permissions.ts'
import { bearerOf } from '../../../platform/http/bearer-token.ts'
import { journal } from '../../../platform/journal/index.ts'
import { proveOwnPassword } from '../prove-own-password.ts'
import { readSettings } from '../read-settings.ts'
import { isAdministrator } from '../rules/duties.ts'
import type { NewToken } from '../schema/tokens.ts'
import { hashSessionToken, newSessionToken } from '../session-token.ts'
import { insertToken, listTokens } from '../store/api-tokens.ts'

const DAY_MS = 24 * 3_600_000
const MOST_TOKENS = 20

/**
 * Makes a token with a part of the actor's permissions and returns it this once. Administrators get none: a token
 * would go past their second factor.
 * @throws `identity.no-token-for-administrators`, `identity.permission-not-yours`, `identity.token-too-long`,
 * `identity.too-many-tokens`, what `proveOwnPassword` throws
 */
export async function createToken(ctx: Context, input: NewToken, address: string): Promise<string> {
  const { name, days } = input
  const permissions = [...new Set(input.permissions)].sort()
  if (isAdministrator(ctx.actor.roles)) throw forbidden('identity.no-token-for-administrators')
  // What somebody on leave handed to a person is not handed to a program.
  const own = ownGrants(ctx.actor.grants)
  const foreign = permissions.find((each) => !holds(own, each))
  if (foreign !== undefined) throw invalid('identity.permission-not-yours', { permission: foreign })
  const proof = { password: input.password, code: input.code ?? '', needsCode: 'if-set' as const, address }
  return proveOwnPassword(ctx, proof, async (tx, account) => {
    const { tokenDays } = await readSettings(tx)
    if (days > tokenDays) throw invalid('identity.token-too-long', { most: tokenDays })
    const now = ctx.clock.now()
    const present = await listTokens(tx, account.id, now)
    if (present.length >= MOST_TOKENS) throw conflict('identity.too-many-tokens', { most: MOST_TOKENS })
    const secret = newSessionToken()
    const expiresAt = new Date(now.getTime() + days * DAY_MS)
    const token = { id: newId(), accountId: account.id, name, permissions, expiresAt }
    await insertToken(
      tx,
      { ...token, tokenHash: hashSessionToken(secret) },
      { tenantId: ctx.tenantId, createdAt: now },
    )
    await journal(tx, ctx, {
      action: 'identity.token-created',
      subject: { type: 'api-token', id: token.id },
      detail: { name, permissions, expiresAt: expiresAt.toISOString() },
    })
    return bearerOf(ctx.tenantId, secret)
  })
}

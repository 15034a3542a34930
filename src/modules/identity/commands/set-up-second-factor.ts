import type { Context } from '../../../kernel/context.ts'
import { conflict, invalid } from '../../../kernel/errors.ts'
import { journal } from '../../../platform/journal/index.ts'
import { proveOwnPassword } from '../prove-own-password.ts'
import type { BeginSecondFactor } from '../schema.ts'
import { newSecret, openSecret, renewRecoveryCodes, sealSecret } from '../second-factor.ts'
import { confirmFactor, findFactorToUse, savePendingSecret } from '../store/second-factor.ts'
import { endSessions } from '../store/sessions.ts'
import { base32, matchingStep, otpauthUri } from '../totp.ts'

/**
 * Makes a new secret and shows it this once. It is not in force before `confirmSecondFactor`; the one that is there
 * stays until then, and its code is asked for, so that a borrowed session with a known password replaces nothing.
 * @throws what `proveOwnPassword` throws
 */
export async function beginSecondFactor(
  ctx: Context,
  { password, code }: BeginSecondFactor,
  { address, issuer }: { address: string; issuer: string },
): Promise<{ secret: string; uri: string }> {
  const proof = { password, code: code ?? '', needsCode: 'if-set' as const, address }
  return proveOwnPassword(ctx, proof, async (tx, account) => {
    const secret = newSecret()
    const pendingSecret = sealSecret(ctx, account.id, secret)
    await savePendingSecret(tx, { accountId: account.id, pendingSecret }, ctx.tenantId)
    return { secret: base32(secret), uri: otpauthUri(secret, { issuer, account: account.username }) }
  })
}

/**
 * Puts the pending secret in force once the app has shown a code of it; answers the recovery codes. The account's
 * other sessions end: they were opened without it.
 * @throws `identity.no-pending-factor`, `identity.wrong-code`
 */
export async function confirmSecondFactor(ctx: Context, code: string, sessionId: string): Promise<string[]> {
  const accountId = ctx.actor.userId
  return ctx.transaction(async (tx) => {
    const factor = await findFactorToUse(tx, accountId)
    if (!factor?.pendingSecret) throw conflict('identity.no-pending-factor')
    const now = ctx.clock.now()
    const secret = openSecret(ctx, accountId, factor.pendingSecret)
    const step = matchingStep(secret, code.replaceAll(/\s/g, ''), { now, lastStep: 0 })
    if (step === undefined) throw invalid('identity.wrong-code')
    const sealedSecret = sealSecret(ctx, accountId, secret)
    await confirmFactor(tx, accountId, { sealedSecret, confirmedAt: now, lastStep: step })
    const codes = await renewRecoveryCodes(ctx, tx, accountId)
    const ended = await endSessions(tx, { accountId, except: sessionId }, now)
    await journal(tx, ctx, {
      action: 'identity.second-factor-set-up',
      subject: { type: 'account', id: accountId },
      detail: { replaced: factor.confirmedAt !== null, endedSessions: ended.length },
    })
    return codes
  })
}

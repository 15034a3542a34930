import type { Context } from '../../../kernel/context.ts'
import { type CodedError, conflict, invalid } from '../../../kernel/errors.ts'
import { journal } from '../../../platform/journal/index.ts'
import { countFailure, lockOf, openCounter } from '../count-tries.ts'
import { proveOwnPassword } from '../prove-own-password.ts'
import type { BeginSecondFactor } from '../schema.ts'
import { newSecret, openSecret, renewRecoveryCodes, sealSecret } from '../second-factor.ts'
import { findAccountToChange } from '../store/accounts.ts'
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
 * other sessions end: they were opened without it. Wrong codes count as at sign-in: a stolen session is no way to guess
 * the code of a secret that its owner left pending.
 * @throws `identity.no-pending-factor`, `identity.wrong-code`, `identity.locked-out`
 */
export async function confirmSecondFactor(
  ctx: Context,
  code: string,
  { sessionId, address }: { sessionId: string; address: string },
): Promise<string[]> {
  const outcome = await ctx.transaction(
    async (tx): Promise<{ codes: string[] } | { refused: CodedError }> => {
      const account = await findAccountToChange(tx, ctx.actor.userId)
      const factor = account && (await findFactorToUse(tx, account.id))
      if (!account || !factor?.pendingSecret) throw conflict('identity.no-pending-factor')
      const counter = await openCounter(ctx, tx, { username: account.username, address })
      const locked = lockOf(ctx, counter)
      if (locked) return { refused: invalid(locked.code, locked.details) }
      const secret = openSecret(ctx, account.id, factor.pendingSecret)
      const now = ctx.clock.now()
      const step = matchingStep(secret, code.replaceAll(/\s/g, ''), { now, lastStep: 0 })
      if (step === undefined) {
        await countFailure(ctx, tx, counter, { accountId: account.id, secret: 'code' })
        return { refused: invalid('identity.wrong-code') }
      }
      const sealedSecret = sealSecret(ctx, account.id, secret)
      await confirmFactor(tx, account.id, { sealedSecret, confirmedAt: now, lastStep: step })
      const codes = await renewRecoveryCodes(ctx, tx, account.id)
      const ended = await endSessions(tx, { accountId: account.id, except: sessionId }, now)
      await journal(tx, ctx, {
        action: 'identity.second-factor-set-up',
        subject: { type: 'account', id: account.id },
        detail: { replaced: factor.confirmedAt !== null, endedSessions: ended.length },
      })
      return { codes }
    },
  )
  if ('refused' in outcome) throw outcome.refused
  return outcome.codes
}

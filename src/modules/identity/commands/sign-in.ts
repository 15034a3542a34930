import type { Context, Tx } from '../../../kernel/context.ts'
import { type CodedError, unauthenticated } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { journal } from '../../../platform/journal/index.ts'
import { asAccount } from '../as-account.ts'
import { isPassword } from '../passwords.ts'
import { minutesLocked, planFailure } from '../rules/lock-out.ts'
import { SESSION_LIMITS } from '../rules/session-limits.ts'
import type { SignIn } from '../schema.ts'
import { hashSessionToken, newSessionToken } from '../session-token.ts'
import { findAccountToSignIn, insertSession, type StoredAccount, updateTries } from '../store.ts'

type Outcome = { token: string } | { refused: CodedError }

/**
 * Opens a session and returns its secret. A wrong password is counted and journalled, so the refusal
 * is thrown after the transaction, not inside.
 * @throws `identity.sign-in-refused` for an unknown user or a wrong password alike, `identity.locked-out`
 */
export async function signIn(ctx: Context, input: SignIn): Promise<string> {
  const outcome = await ctx.transaction(async (tx): Promise<Outcome> => {
    const account = await findAccountToSignIn(tx, input.username.trim().toLowerCase())
    const minutes = minutesLocked(account?.lockedUntil ?? null, ctx.clock.now())
    if (minutes > 0) return { refused: unauthenticated('identity.locked-out', { minutes }) }
    const isRight = await isPassword(input.password, account?.passwordHash)
    if (account && isRight) return openSession(ctx, tx, account)
    if (account) await countFailure(ctx, tx, account)
    return { refused: unauthenticated('identity.sign-in-refused') }
  })
  if ('refused' in outcome) throw outcome.refused
  return outcome.token
}

async function openSession(ctx: Context, tx: Tx, account: StoredAccount): Promise<{ token: string }> {
  const now = ctx.clock.now()
  const token = newSessionToken()
  const session = {
    id: newId(),
    accountId: account.id,
    tokenHash: hashSessionToken(token),
    expiresAt: new Date(now.getTime() + SESSION_LIMITS.absoluteMs),
  }
  await insertSession(tx, session, { tenantId: ctx.tenantId, createdAt: now })
  await updateTries(tx, account.id, { failedAttempts: 0, lockedUntil: null })
  const subject = { type: 'session', id: session.id }
  await journal(tx, asAccount(ctx, account), { action: 'identity.signed-in', subject })
  return { token }
}

async function countFailure(ctx: Context, tx: Tx, account: StoredAccount): Promise<void> {
  const tries = planFailure(account.failedAttempts, ctx.clock.now())
  await updateTries(tx, account.id, tries)
  await journal(tx, ctx, {
    action: tries.lockedUntil ? 'identity.account-locked' : 'identity.sign-in-failed',
    subject: { type: 'account', id: account.id },
    detail: { failedAttempts: tries.failedAttempts },
  })
}

import type { Context, Tx } from '../../kernel/context.ts'
import { type CodedError, invalid, unauthenticated } from '../../kernel/errors.ts'
import { countFailure, lockOf, openCounter } from './count-tries.ts'
import { isPassword } from './passwords.ts'
import { takeCode } from './second-factor.ts'
import { findAccountToChange, type StoredAccount } from './store/accounts.ts'
import { findFactorSince } from './store/second-factor.ts'

interface Proof {
  password: string
  address: string
  /** Of the second factor. */
  code?: string
  /** Left out, the password is enough. */
  needsCode?: 'if-set' | 'always'
}

/**
 * Does something that a session alone must not allow, after its owner has given the password again. Wrong ones are
 * counted as at sign-in: a stolen session is no way to guess.
 * @throws `identity.wrong-password`, `identity.wrong-code`, `identity.locked-out`, `kernel.signed-out` for an account
 * that is gone
 */
export async function proveOwnPassword<T>(
  ctx: Context,
  proof: Proof,
  work: (tx: Tx, account: StoredAccount) => Promise<T>,
): Promise<T> {
  const outcome = await ctx.transaction(async (tx): Promise<{ done: T } | { refused: CodedError }> => {
    const account = await findAccountToChange(tx, ctx.actor.userId)
    if (!account) return { refused: unauthenticated('kernel.signed-out') }
    const counter = await openCounter(ctx, tx, { username: account.username, address: proof.address })
    const locked = lockOf(ctx, counter)
    if (locked) return { refused: invalid(locked.code, locked.details) }
    const wrong = await findWrong(ctx, tx, { proof, account })
    if (!wrong) return { done: await work(tx, account) }
    await countFailure(ctx, tx, counter, { accountId: account.id, secret: wrong })
    return { refused: invalid(wrong === 'password' ? 'identity.wrong-password' : 'identity.wrong-code') }
  })
  if ('refused' in outcome) throw outcome.refused
  return outcome.done
}

async function findWrong(
  ctx: Context,
  tx: Tx,
  { proof, account }: { proof: Proof; account: StoredAccount },
): Promise<'password' | 'code' | undefined> {
  if (!(await isPassword(proof.password, account.passwordHash))) return 'password'
  if (proof.needsCode === undefined) return undefined
  const isSet = (await findFactorSince(tx, account.id)) !== null
  if (!isSet && proof.needsCode === 'if-set') return undefined
  const code = proof.code ?? ''
  return (await takeCode(ctx, tx, { accountId: account.id, code })) ? undefined : 'code'
}

import type { Context, Tx } from '../../kernel/context.ts'
import { type CodedError, invalid, unauthenticated } from '../../kernel/errors.ts'
import { countFailure, lockOf, openCounter } from './count-tries.ts'
import { isPassword } from './passwords.ts'
import { findAccountToChange, type StoredAccount } from './store/accounts.ts'

/**
 * Does something that a session alone must not allow, after its owner has given the password again. Wrong ones are
 * counted as at sign-in: a stolen session is no way to guess.
 * @throws `identity.wrong-password`, `identity.locked-out`, `kernel.signed-out` for an account that is gone
 */
export async function proveOwnPassword<T>(
  ctx: Context,
  { password, address }: { password: string; address: string },
  work: (tx: Tx, account: StoredAccount) => Promise<T>,
): Promise<T> {
  const outcome = await ctx.transaction(async (tx): Promise<{ done: T } | { refused: CodedError }> => {
    const account = await findAccountToChange(tx, ctx.actor.userId)
    if (!account) return { refused: unauthenticated('kernel.signed-out') }
    const counter = await openCounter(ctx, tx, { username: account.username, address })
    const locked = lockOf(ctx, counter)
    if (locked) return { refused: invalid(locked.code, locked.details) }
    if (await isPassword(password, account.passwordHash)) return { done: await work(tx, account) }
    await countFailure(ctx, tx, counter, { accountId: account.id, secret: 'password' })
    return { refused: invalid('identity.wrong-password') }
  })
  if ('refused' in outcome) throw outcome.refused
  return outcome.done
}

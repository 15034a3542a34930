import type { Context, Tx } from '../../../kernel/context.ts'
import { type CodedError, unauthenticated } from '../../../kernel/errors.ts'
import { beginSignIn, type SignInStep } from '../begin-sign-in.ts'
import { countFailure, lockOf, type Origin, openCounter } from '../count-tries.ts'
import { isPassword } from '../passwords.ts'
import type { SignIn } from '../schema.ts'
import { findAccountByUsername } from '../store/accounts.ts'
import { deleteTries } from '../store/tries.ts'

type Outcome = SignInStep | { refused: CodedError }

/**
 * Opens a session and returns its secret, or a challenge where a second factor is set up. A wrong password is counted and journalled, so the refusal
 * is thrown after the transaction, not inside.
 * @throws `identity.sign-in-refused` for an unknown user, a disabled one and a wrong password alike;
 * `identity.locked-out`, for names that nobody has as well; `identity.address-locked-out`
 */
export async function signIn(ctx: Context, input: SignIn, origin: Origin): Promise<SignInStep> {
  const outcome = await ctx.transaction((tx) => tryPassword(ctx, tx, { input, origin }))
  if ('refused' in outcome) throw outcome.refused
  return outcome
}

async function tryPassword(
  ctx: Context,
  tx: Tx,
  { input, origin }: { input: SignIn; origin: Origin },
): Promise<Outcome> {
  const username = input.username.trim().toLowerCase()
  const counter = await openCounter(ctx, tx, { username, ...origin })
  const refused = lockOf(ctx, counter)
  if (refused) return { refused }
  const account = await findAccountByUsername(tx, username)
  const isRight = await isPassword(input.password, account?.passwordHash)
  if (account && isRight && account.disabledAt === null) {
    const step = await beginSignIn(ctx, tx, { account, origin, proved: 'password' })
    // With a second step to come the count goes on: the password alone is no licence to guess codes.
    if ('token' in step) await deleteTries(tx, counter.key)
    return step
  }
  await countFailure(ctx, tx, counter, { accountId: account?.id, secret: 'password' })
  return { refused: unauthenticated('identity.sign-in-refused') }
}

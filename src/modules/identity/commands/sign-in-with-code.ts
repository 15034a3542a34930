import type { Context, Tx } from '../../../kernel/context.ts'
import { type CodedError, unauthenticated } from '../../../kernel/errors.ts'
import { countFailure, lockOf, type Origin, openCounter } from '../count-tries.ts'
import { openSession } from '../open-session.ts'
import type { SecondStep } from '../schema.ts'
import { takeCode } from '../second-factor.ts'
import { hashSessionToken } from '../session-token.ts'
import { findAccountToChange } from '../store/accounts.ts'
import { deleteChallenge, findChallenge } from '../store/second-factor.ts'
import { deleteTries } from '../store/tries.ts'

type Outcome = { token: string } | { refused: CodedError }

/**
 * The second step of signing in: a code of the app, or a recovery code. Wrong codes count like wrong passwords.
 * @throws `identity.challenge-expired`, `identity.code-refused`, `identity.locked-out`
 */
export async function signInWithCode(ctx: Context, input: SecondStep, origin: Origin): Promise<string> {
  const outcome = await ctx.transaction((tx) => tryCode(ctx, tx, { input, origin }))
  if ('refused' in outcome) throw outcome.refused
  return outcome.token
}

async function tryCode(
  ctx: Context,
  tx: Tx,
  { input, origin }: { input: SecondStep; origin: Origin },
): Promise<Outcome> {
  const tokenHash = hashSessionToken(input.challenge)
  const challenge = await findChallenge(tx, tokenHash, ctx.clock.now())
  const account = challenge && (await findAccountToChange(tx, challenge.accountId))
  if (!account || account.disabledAt) return { refused: unauthenticated('identity.challenge-expired') }
  const counter = await openCounter(ctx, tx, { username: account.username, ...origin })
  const refused = lockOf(ctx, counter)
  if (refused) return { refused }
  const by = await takeCode(ctx, tx, { accountId: account.id, code: input.code })
  if (!by) {
    await countFailure(ctx, tx, counter, { accountId: account.id, secret: 'code' })
    return { refused: unauthenticated('identity.code-refused') }
  }
  await deleteChallenge(tx, tokenHash)
  await deleteTries(tx, counter.key)
  return { token: await openSession(ctx, tx, { account, origin, by: [challenge.proved, by] }) }
}

import type { Context, Tx } from '../../kernel/context.ts'
import { answersOf, findAnswer, keepAnswer, keyOf, type Question } from './answer-store.ts'
import { readHead } from './read-head.ts'

/**
 * The answer to a question that takes long to compute, in a transaction of its own. However many ask at once, it is
 * computed once, and the others wait without holding a connection. Never out of date: see `answersAt`. The two
 * transactions may run on a standby; the second is never older than the first (`Trail.place`), so that an answer
 * stands under no later head than its own.
 */
export async function answerOnce<Answer>(
  ctx: Context,
  question: Question,
  compute: (tx: Tx) => Promise<Answer>,
): Promise<Answer> {
  const answers = answersOf(ctx)
  const key = keyOf(ctx, question)
  const { seq } = await ctx.transaction(readHead)
  const kept = findAnswer(answers, key, seq)
  if (kept) return (await kept.answer) as Answer
  const answer = ctx.transaction(compute)
  keepAnswer(answers, key, { seq, answer })
  return answer
}

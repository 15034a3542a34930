import type { Context, Tx } from '../../kernel/context.ts'
import { answersOf, findAnswer, keepAnswer, keyOf, type Question } from './answer-store.ts'
import { readHead } from './read-head.ts'

export interface Answers {
  /** The answer kept, or the one computed now; also in this transaction. */
  keep<Answer>(question: Question, compute: () => Promise<Answer>): Promise<Answer>
}

/**
 * Answers that hold while nothing is written in the tenant: each write moves the head of the journal, which is read
 * here, so a kept answer is never out of date. Inside a transaction that has written, nothing is kept and nothing is
 * taken. One that another transaction is computing is not waited for: it would hold this one.
 */
export async function answersAt(ctx: Context, tx: Tx): Promise<Answers> {
  const { seq, hasWritten } = await readHead(tx)
  const answers = answersOf(ctx)
  return {
    async keep<Answer>(question: Question, compute: () => Promise<Answer>): Promise<Answer> {
      if (hasWritten) return compute()
      const key = keyOf(ctx, question)
      const kept = findAnswer(answers, key, seq)
      if (kept?.isThere) return (await kept.answer) as Answer
      const answer = await compute()
      keepAnswer(answers, key, { seq, answer: Promise.resolve(answer) })
      return answer
    },
  }
}

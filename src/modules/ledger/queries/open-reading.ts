import type { Context, Tx } from '../../../kernel/context.ts'
import { type Answers, answersAt } from '../../../platform/answers/index.ts'
import { type ClockFacts, loadClockFacts } from '../clock-facts.ts'

export interface Reading {
  readonly facts: ClockFacts
  readonly answers: Answers
}

/** What every view of the ledger begins with. Settings, rules and calendar are read again when something was written. */
export async function openReading(ctx: Context, tx: Tx): Promise<Reading> {
  const answers = await answersAt(ctx, tx)
  const kept = await answers.keep({ name: 'ledger.clock-facts', isForAll: true }, () =>
    loadClockFacts(ctx, tx),
  )
  return { answers, facts: { ...kept, today: ctx.clock.today() } }
}

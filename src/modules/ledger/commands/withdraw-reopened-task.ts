import type { Context, Tx } from '../../../kernel/context.ts'
import { conflict } from '../../../kernel/errors.ts'
import { taskOf } from '../accepted-task.ts'
import { loadClockFacts } from '../clock-facts.ts'
import { findItem } from '../store/items.ts'
import { holdClock } from '../store/settings.ts'
import { saveItem } from './save-item.ts'

/**
 * Takes the item of a reopened task out of the ledger; its number is not given out again.
 * @throws `ledger.item-in-use` when somebody has worked on the item since: the task then stays accepted
 */
export async function withdrawReopenedTask(ctx: Context, tx: Tx, payload: unknown): Promise<void> {
  const task = taskOf(payload)
  if (!task) return
  await holdClock(ctx, tx)
  const item = await findItem(tx, { statementId: task.statement.id }, { forUpdate: true })
  if (!item) return
  if (item.isWorkedOn) throw conflict('ledger.item-in-use', { number: item.number, id: item.id })
  await saveItem(ctx, tx, {
    before: item,
    after: { ...item, state: 'withdrawn' },
    facts: await loadClockFacts(ctx, tx),
    entry: {
      action: 'ledger.item-withdrawn',
      detail: { reason: 'reports.statement-reopened', statementId: task.statement.id },
    },
  })
}

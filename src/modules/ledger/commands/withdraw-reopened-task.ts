import type { Context, Tx } from '../../../kernel/context.ts'
import { conflict } from '../../../kernel/errors.ts'
import { journal } from '../../../platform/journal/index.ts'
import { taskOf } from '../accepted-task.ts'
import { findItem, withdrawItem } from '../store/items.ts'

/**
 * Takes the item of a reopened task out of the ledger; its number is not given out again.
 * @throws `ledger.item-in-use` when somebody has worked on the item since: the task then stays accepted
 */
export async function withdrawReopenedTask(ctx: Context, tx: Tx, payload: unknown): Promise<void> {
  const task = taskOf(payload)
  if (!task) return
  const item = await findItem(tx, { statementId: task.statement.id }, { forUpdate: true })
  if (!item) return
  if (item.isWorkedOn) throw conflict('ledger.item-in-use', { number: item.number, id: item.id })
  await withdrawItem(tx, item.id, { by: ctx.actor.name, at: ctx.clock.now() })
  await journal(tx, ctx, {
    action: 'ledger.item-withdrawn',
    subject: { type: 'item', id: item.id },
    detail: { number: item.number, statementId: task.statement.id },
  })
}

import type { Context } from '../../kernel/context.ts'
import { notify } from './commands/notify.ts'
import type { Notice } from './schema.ts'

/** Tells the accounts that an item is overdue, unless the test says otherwise. */
export function tellOverdue(
  ctx: Context,
  recipients: readonly string[],
  more: Partial<Notice> = {},
): Promise<void> {
  const notice: Notice = {
    cause: 'overdue:7:1:2024-04-08:2',
    kind: 'ledger.overdue',
    level: 'warning',
    recipients,
    subject: { type: 'item', id: '7' },
    params: { number: '2024-007', title: '补齐河汀社区食堂', dueOn: '2024-04-08', days: 2 },
    ...more,
  }
  return ctx.transaction((tx) => notify(tx, ctx, notice))
}

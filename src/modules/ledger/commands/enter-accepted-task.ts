import type { Context, Tx } from '../../../kernel/context.ts'
import { isDay } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/ids.ts'
import { taskOf } from '../accepted-task.ts'
import { shortenTitle } from '../rules/shorten-title.ts'
import { enterItem } from './enter-item.ts'

/** Enters an item for an accepted task, in the transaction that accepts it; other kinds enter nothing. */
export async function enterAcceptedTask(ctx: Context, tx: Tx, payload: unknown): Promise<void> {
  const task = taskOf(payload)
  if (!task) return
  const { statement, report } = task
  const { leadUnitId, supportingUnitIds, responsible, deadline, theme } = statement.detail
  await enterItem(ctx, tx, {
    id: newId(ctx.clock.now().getTime()),
    title: shortenTitle(statement.subject),
    content: statement.quote.join(''),
    theme,
    leadUnitId,
    supportingUnitIds,
    responsibleText: responsible,
    issuedOn: report.reportDate && isDay(report.reportDate) ? report.reportDate : null,
    dueOn: deadline,
    source: {
      kind: 'statement',
      reportId: statement.reportId,
      statementId: statement.id,
      quote: statement.quote,
      reportTitle: report.title,
    },
  })
}

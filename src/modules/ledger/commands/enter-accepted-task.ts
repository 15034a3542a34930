import type { Context, Tx } from '../../../kernel/context.ts'
import { isDay } from '../../../kernel/day.ts'
import { taskOf } from '../accepted-task.ts'
import { loadClockFacts } from '../clock-facts.ts'
import { shortenTitle } from '../rules/shorten-title.ts'
import { CreateItem } from '../schema.ts'
import { holdClock } from '../store/settings.ts'
import { enterItem } from './enter-item.ts'

/**
 * Enters an item for an accepted task, in the transaction that accepts it; other kinds enter nothing. A person has
 * compared it with its sentence, so it is already reviewed and waits for dispatch.
 */
export async function enterAcceptedTask(ctx: Context, tx: Tx, payload: unknown): Promise<void> {
  const task = taskOf(payload)
  if (!task) return
  await holdClock(ctx, tx)
  const { statement, report } = task
  const { leadUnitId, supportingUnitIds, responsible, deadline, theme } = statement.detail
  const issuedOn = report.reportDate && isDay(report.reportDate) ? report.reportDate : null
  const { isClassified: _, ...blank } = CreateItem.parse({ title: '——', leadUnitId: null })
  await enterItem(ctx, tx, {
    fields: {
      ...blank,
      title: shortenTitle(statement.subject),
      content: statement.quote.join(''),
      theme,
      origin: 'quarterly-meeting',
      originDocument: report.title,
      leadUnitId,
      supportingUnitIds,
      issuedOn,
      dueOn: deadline,
    },
    state: 'reviewed',
    source: {
      kind: 'statement',
      reportId: statement.reportId,
      statementId: statement.id,
      quote: statement.quote,
      reportTitle: report.title,
    },
    responsibleText: responsible,
    facts: await loadClockFacts(ctx, tx),
  })
}

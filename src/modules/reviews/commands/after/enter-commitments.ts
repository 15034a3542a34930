import type { Context, Tx } from '../../../../kernel/context.ts'
import { isDay } from '../../../../kernel/day.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { enterDraft } from '../../../ledger/index.ts'
import { findAttachedRecord, type ReportRecord } from '../../queries/after/attached-report.ts'
import { isTask, itemsOfTasks, readCommitmentsMemo, type Task } from '../../queries/after/commitments-memo.ts'
import { requireReview } from '../../queries/cycle/require-review.ts'
import type { EnteredCommitments } from '../../schema/after.ts'
import { requireSession } from '../day/require-session.ts'

/**
 * Enters a draft item for each accepted task of the published report that has none, with lead, deadline and sentence; one
 * that had its item withdrawn stays without. Done again it enters nothing. What was promised on the day has its items since
 * then. One query tells which are missing; each item that is entered takes the ledger's own.
 * @throws `reviews.no-such-review`, `reviews.not-in-session`
 */
export async function enterCommitments(ctx: Context, reviewId: string): Promise<EnteredCommitments> {
  authorize(ctx, 'reviews.hold')
  return ctx.transaction(async (tx) => {
    // Whoever does the same at the same moment waits here.
    const review = await requireReview(tx, reviewId, 'forUpdate')
    requireSession(review)
    const record = await findAttachedRecord(ctx, tx, review)
    const tasks = (record?.statements ?? []).filter(isTask)
    const known = await itemsOfTasks(ctx, tx, tasks)
    const missing = tasks.filter(({ id }) => !known.has(id))
    for (const task of missing) await enterTask(ctx, tx, { task, record: record! })
    if (missing.length > 0) {
      await journal(tx, ctx, {
        action: 'reviews.commitments-entered',
        subject: { type: 'review', id: reviewId },
        detail: { statementIds: missing.map(({ id }) => id) },
      })
    }
    const memo = await readCommitmentsMemo(ctx, tx, reviewId)
    return { entered: missing.length, known: memo.entries.length - memo.withoutItem - missing.length, memo }
  })
}

async function enterTask(
  ctx: Context,
  tx: Tx,
  { task, record: { report } }: { task: Task; record: ReportRecord },
): Promise<void> {
  const { leadUnitId, supportingUnitIds, responsible, deadline, theme } = task.detail
  await enterDraft(ctx, tx, {
    content: task.quote.join(''),
    theme,
    document: report.title,
    leadUnitId,
    supportingUnitIds,
    issuedOn: report.reportDate && isDay(report.reportDate) ? report.reportDate : null,
    dueOn: deadline,
    source: {
      kind: 'statement',
      reportId: report.id,
      statementId: task.id,
      quote: [...task.quote],
      reportTitle: report.title,
    },
    responsibleText: responsible,
  })
}

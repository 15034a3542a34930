import type { Context } from '../../../kernel/context.ts'
import { notFound } from '../../../kernel/errors.ts'
import { authorize } from '../../../kernel/permissions.ts'
import type { Statement } from '../schema.ts'
import { findReportHead } from '../store/reports.ts'
import { selectStatements } from '../store/statements.ts'

/**
 * What a report says, in the order of its text, decided or not.
 * @throws `reports.no-such-report`
 */
export async function listStatements(ctx: Context, reportId: string): Promise<Statement[]> {
  authorize(ctx, 'reports.read')
  return ctx.transaction(async (tx) => {
    if ((await findReportHead(tx, reportId)) === undefined)
      throw notFound('reports.no-such-report', { id: reportId })
    return selectStatements(tx, reportId)
  })
}

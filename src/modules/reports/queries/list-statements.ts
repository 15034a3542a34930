import type { Context } from '../../../kernel/context.ts'
import { notFound } from '../../../kernel/errors.ts'
import { authorize } from '../../../kernel/permissions.ts'
import type { Statement } from '../schema.ts'
import { selectReports } from '../store/reports.ts'
import { selectStatements } from '../store/statements.ts'

/**
 * What a report says, in the order of its text, decided or not.
 * @throws `reports.no-such-report`
 */
export async function listStatements(ctx: Context, reportId: string): Promise<Statement[]> {
  authorize(ctx, 'reports.read')
  return ctx.transaction(async (tx) => {
    const [report] = await selectReports(tx, { id: reportId })
    if (!report) throw notFound('reports.no-such-report', { id: reportId })
    return selectStatements(tx, reportId)
  })
}

import type { Context } from '../../../kernel/context.ts'
import { notFound } from '../../../kernel/errors.ts'
import { authorize } from '../../../kernel/permissions.ts'
import type { Statement } from '../schema.ts'
import { hasStatement, selectVersions } from '../store/statements.ts'

/** What a statement said before each decision and correction, oldest first. @throws `reports.no-such-statement` */
export async function listVersions(ctx: Context, statementId: string): Promise<Statement[]> {
  authorize(ctx, 'reports.read')
  return ctx.transaction(async (tx) => {
    if (!(await hasStatement(tx, statementId))) {
      throw notFound('reports.no-such-statement', { id: statementId })
    }
    return selectVersions(tx, statementId)
  })
}

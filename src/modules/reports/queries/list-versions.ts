import type { Context } from '../../../kernel/context.ts'
import { authorize } from '../../../kernel/permissions.ts'
import type { Statement } from '../schema.ts'
import { selectVersions } from '../store/statements.ts'

/** What a statement said before each decision and correction, oldest first. */
export async function listVersions(ctx: Context, statementId: string): Promise<Statement[]> {
  authorize(ctx, 'reports.read')
  return ctx.transaction((tx) => selectVersions(tx, statementId))
}

import type { Context } from '../../../kernel/context.ts'
import { conflict, notFound } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { authorize } from '../../../kernel/permissions.ts'
import type { SplitStatement } from '../requests.ts'
import { decidedStatement } from '../rules/decisions/decided-statement.ts'
import { splitStatement as split } from '../rules/decisions/split.ts'
import type { Statement } from '../schema.ts'
import { findReportText } from '../store/reports.ts'
import { insertStatements } from '../store/statements.ts'
import { applyChange, lockForChange } from './statement-changes.ts'

/**
 * Splits a proposed statement into several, one for each matter; the former one is rejected and stays as their origin.
 * @throws `reports.split-needs-proposed`, `reports.span-outside`, `reports.span-blank`,
 * `reports.statement-changed`, `reports.no-such-statement`
 */
export async function splitStatement(ctx: Context, id: string, input: SplitStatement): Promise<Statement[]> {
  authorize(ctx, 'reports.accept')
  return ctx.transaction(async (tx) => {
    const { statement, position } = await lockForChange(tx, id, input.version)
    if (statement.status !== 'proposed') {
      throw conflict('reports.split-needs-proposed', { id, status: statement.status })
    }
    const text = await findReportText(tx, statement.reportId)
    if (text === undefined) throw notFound('reports.no-such-report', { id: statement.reportId })
    const nowMs = ctx.clock.now().getTime()
    const parts = split(statement, input.subjects, { text, nextId: () => newId(nowMs) })
    const step = 1 / (parts.length + 1)
    await insertStatements(
      tx,
      ctx.tenantId,
      parts.map((part, index) => ({
        statement: part,
        position: position + step * (index + 1),
        splitFrom: id,
      })),
    )
    const decision = { by: ctx.actor.name, at: ctx.clock.now().toISOString() }
    await applyChange(ctx, tx, {
      action: 'reports.statement-split',
      before: statement,
      after: decidedStatement(statement, 'rejected', decision),
      detail: { into: parts.map((part) => ({ id: part.id, subject: part.subject })) },
    })
    return parts
  })
}

import type { Context } from '../../../kernel/context.ts'
import { notFound } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { journal } from '../../../platform/journal/index.ts'
import type { AddStatement } from '../requests.ts'
import { addBySelection } from '../rules/decisions/add-by-selection.ts'
import type { Statement } from '../schema.ts'
import { findReport } from '../store/reports.ts'
import { insertStatements, nextPosition } from '../store/statements.ts'
import { requireUnitsOf, unknownFields } from './statement-changes.ts'

/**
 * Adds a statement for a stretch of text that a person selected, without the white space at its ends. It is
 * proposed: its acceptance is a decision of its own.
 * @throws `reports.no-such-report`, `reports.span-outside`, `reports.span-blank`, `reports.unknown-detail`,
 * `reports.no-such-unit`
 */
export async function addStatement(ctx: Context, reportId: string, input: AddStatement): Promise<Statement> {
  authorize(ctx, 'reports.accept')
  return ctx.transaction(async (tx) => {
    const report = await findReport(tx, reportId)
    if (!report) throw notFound('reports.no-such-report', { id: reportId })
    const plan = addBySelection(input, report, newId(ctx.clock.now().getTime()))
    if (plan.kind === 'refused') throw unknownFields(plan.unknownFields, input.kind)
    const { statement } = plan
    await requireUnitsOf(tx, statement)
    const position = await nextPosition(tx, reportId, statement.spans[0]![0])
    await insertStatements(tx, ctx.tenantId, [{ statement, position }])
    await journal(tx, ctx, {
      action: 'reports.statement-added',
      subject: { type: 'statement', id: statement.id },
      detail: { reportId, kind: statement.kind, subject: statement.subject, spans: statement.spans },
    })
    return statement
  })
}

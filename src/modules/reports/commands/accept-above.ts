import type { Context } from '../../../kernel/context.ts'
import { notFound } from '../../../kernel/errors.ts'
import { authorize } from '../../../kernel/permissions.ts'
import type { AcceptAbove, AcceptedAbove } from '../requests.ts'
import { decidedStatement } from '../rules/decisions/decided-statement.ts'
import { mayAccept } from '../rules/decisions/may-accept.ts'
import type { Statement } from '../schema.ts'
import { findReportHead } from '../store/reports.ts'
import { selectStatements } from '../store/statements.ts'
import { journalChange, type StatementChange, storeChange } from './statement-changes.ts'

/**
 * Accepts what a report proposes at or above a confidence. What may not be accepted stays proposed and is
 * counted by reason.
 * @throws `reports.no-such-report`
 */
export async function acceptAbove(
  ctx: Context,
  reportId: string,
  input: AcceptAbove,
): Promise<AcceptedAbove> {
  authorize(ctx, 'reports.accept')
  return ctx.transaction(async (tx) => {
    if ((await findReportHead(tx, reportId)) === undefined) {
      throw notFound('reports.no-such-report', { id: reportId })
    }
    const proposed = await selectStatements(tx, reportId, { status: 'proposed', forUpdate: true })
    const wanted = proposed.filter((statement) => isWanted(statement, input))
    const accepted = wanted.filter((statement) => mayAccept(statement).kind === 'allowed')
    const decision = { by: ctx.actor.name, at: ctx.clock.now().toISOString() }
    const changes: StatementChange[] = accepted.map((before) => ({
      action: 'reports.statement-accepted',
      before,
      after: decidedStatement(before, 'accepted', decision),
      detail: { minConfidence: input.minConfidence },
    }))
    for (const change of changes) await storeChange(ctx, tx, change)
    for (const change of changes) await journalChange(ctx, tx, change)
    const left = wanted.length - accepted.length
    return {
      accepted: accepted.length,
      statementIds: accepted.map(({ id }) => id),
      skipped: left > 0 ? [{ reason: 'unit-missing', count: left }] : [],
    }
  })
}

function isWanted(statement: Statement, { minConfidence, kinds, unitId }: AcceptAbove): boolean {
  return (
    statement.confidence >= minConfidence &&
    (kinds === undefined || kinds.includes(statement.kind)) &&
    (unitId === undefined || statement.unitId === unitId)
  )
}

import type { Context } from '../../../kernel/context.ts'
import { conflict } from '../../../kernel/errors.ts'
import { authorize } from '../../../kernel/permissions.ts'
import type { CorrectStatement } from '../requests.ts'
import { planCorrection } from '../rules/decisions/correct.ts'
import { mayAccept } from '../rules/decisions/may-accept.ts'
import type { Statement } from '../schema.ts'
import { applyChange, lockForChange, requireUnitsOf, unknownFields } from './statement-changes.ts'

/**
 * Corrects what a statement says; what it quotes cannot be corrected. An accepted one stays accepted, its former
 * version is kept, the journal names what changed, and the modules that build on accepted statements are told.
 * @throws `reports.statement-changed`, `reports.no-such-statement`, `reports.unknown-detail`,
 * `reports.unit-missing` when an accepted claim would lose its unit, `reports.statement-rejected`,
 * `reports.no-such-unit`
 */
export async function correctStatement(
  ctx: Context,
  id: string,
  input: CorrectStatement,
): Promise<Statement> {
  authorize(ctx, 'reports.accept')
  return ctx.transaction(async (tx) => {
    const { statement } = await lockForChange(tx, id, input.version)
    if (statement.status === 'rejected') throw conflict('reports.statement-rejected', { id })
    const plan = planCorrection(statement, input)
    if (plan.kind === 'refused') throw unknownFields(plan.unknownFields, statement.kind)
    if (plan.changed.length === 0) return statement
    const after = plan.statement
    if (after.status === 'accepted' && mayAccept(after).kind === 'refused') {
      throw conflict('reports.unit-missing', { id, kind: after.kind })
    }
    await requireUnitsOf(tx, after)
    await applyChange(ctx, tx, {
      action: 'reports.statement-corrected',
      before: statement,
      after,
      detail: { changed: plan.changed, before: said(statement), after: said(after) },
    })
    return after
  })
}

function said({ unitId, subject, period, detail, status }: Statement) {
  return { unitId, subject, period, detail, status }
}

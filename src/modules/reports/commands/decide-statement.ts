import type { Context } from '../../../kernel/context.ts'
import { conflict } from '../../../kernel/errors.ts'
import { authorize } from '../../../kernel/permissions.ts'
import type { DecideStatement } from '../requests.ts'
import { decidedStatement } from '../rules/decisions/decided-statement.ts'
import { planDecision } from '../rules/decisions/plan-decision.ts'
import type { Statement } from '../schema.ts'
import { applyChange, lockForChange } from './statement-changes.ts'

const ACTION = {
  accepted: 'reports.statement-accepted',
  rejected: 'reports.statement-rejected',
  proposed: 'reports.statement-reopened',
} as const

/**
 * Accepts, rejects or reopens one statement. Of two people who decide at once, the second is refused.
 * @throws `reports.unit-missing`, `reports.decision-not-possible`, `reports.statement-changed`,
 * `reports.no-such-statement`, and what a listening module refuses (`ledger.item-in-use`)
 */
export async function decideStatement(ctx: Context, id: string, input: DecideStatement): Promise<Statement> {
  authorize(ctx, 'reports.accept')
  return ctx.transaction(async (tx) => {
    const { statement } = await lockForChange(tx, id, input.version)
    const plan = planDecision(statement, input.decision)
    if (plan.kind === 'refused') {
      const { kind, status } = statement
      throw conflict(`reports.${plan.reasons[0]}`, { id, kind, status, decision: input.decision })
    }
    const after = decidedStatement(statement, plan.status, {
      by: ctx.actor.name,
      at: ctx.clock.now().toISOString(),
    })
    await applyChange(ctx, tx, { action: ACTION[plan.status], before: statement, after })
    return after
  })
}

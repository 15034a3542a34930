import type { Context, Tx } from '../../../kernel/context.ts'
import { taskOf } from '../accepted-task.ts'
import { loadClockFacts } from '../clock-facts.ts'
import { planItemCorrection } from '../rules/plan-correction.ts'
import { shortenTitle } from '../rules/shorten-title.ts'
import { syncDuties } from '../store/duties.ts'
import { findItem } from '../store/items.ts'
import { holdClock } from '../store/settings.ts'
import { saveItem } from './save-item.ts'

/**
 * Lets the item of a corrected task follow it, as long as nobody has worked on the item itself; then it is left
 * as people made it. The first deadline stays also here.
 */
export async function followCorrectedTask(ctx: Context, tx: Tx, payload: unknown): Promise<void> {
  const task = taskOf(payload)
  if (!task) return
  await holdClock(ctx, tx)
  const item = await findItem(tx, { statementId: task.statement.id }, { forUpdate: true })
  if (!item || item.isWorkedOn) return
  const { subject, detail } = task.statement
  const plan = planItemCorrection(item, {
    version: item.version,
    title: shortenTitle(subject),
    leadUnitId: detail.leadUnitId,
    supportingUnitIds: detail.supportingUnitIds,
    dueOn: detail.deadline,
    reason: 'reports.statement-corrected',
  })
  if (plan.kind === 'refused') throw new Error(`A correction with a reason was refused: ${plan.reason}`)
  const after = { ...plan.item, theme: detail.theme, responsibleText: detail.responsible }
  await syncDuties(tx, ctx.tenantId, after)
  await saveItem(ctx, tx, {
    before: item,
    after,
    facts: await loadClockFacts(ctx, tx),
    entry: {
      action: 'ledger.item-corrected',
      detail: {
        changed: plan.changed,
        reason: 'reports.statement-corrected',
        statementId: task.statement.id,
      },
    },
  })
}

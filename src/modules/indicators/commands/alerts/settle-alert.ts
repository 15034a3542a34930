import type { Context } from '../../../../kernel/context.ts'
import { newId } from '../../../../kernel/ids.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { alertOf } from '../../queries/alerts/alerts.ts'
import type { Alert, AlertToLedger, DismissAlert } from '../../schema/alerts.ts'
import { sentenceOf } from '../../sentences.ts'
import { type StoredAlert, settleAlert } from '../../store/alerts.ts'
import { lockOpenAlert } from './lock-open-alert.ts'

/** The event that asks the ledger for an item, with the id that it is to have. */
export const ALERT_TO_LEDGER = 'indicators.alert-to-ledger'

/**
 * Puts an alert aside, with the reason.
 * @throws `indicators.no-such-alert`, `indicators.alert-settled`, `indicators.alert-changed`
 */
export async function dismissAlert(
  ctx: Context,
  id: string,
  { version, reason }: DismissAlert,
): Promise<Alert> {
  authorize(ctx, 'indicators.alert')
  return ctx.transaction(async (tx) => {
    const stored = await lockOpenAlert(ctx, tx, { id, version })
    await settleAlert(tx, id, { ...settled(ctx, stored), state: 'dismissed', reason })
    await journal(tx, ctx, {
      action: 'indicators.alert-dismissed',
      subject: { type: 'alert', id },
      detail: { rule: stored.rule, cause: stored.cause, reason },
    })
    return alertOf(ctx, tx, id)
  })
}

/**
 * Makes an alert an item of the ledger, in one transaction with it: who may not enter items may not do this.
 * @throws `indicators.no-such-alert`, `indicators.alert-settled`, `indicators.alert-changed`, and the ledger's refusals
 */
export async function alertToLedger(
  ctx: Context,
  id: string,
  { version, leadUnitId, dueOn }: AlertToLedger,
): Promise<Alert> {
  authorize(ctx, 'indicators.alert')
  return ctx.transaction(async (tx) => {
    const stored = await lockOpenAlert(ctx, tx, { id, version })
    const alert = await alertOf(ctx, tx, id)
    const itemId = newId(ctx.clock.now().getTime())
    const lead = leadUnitId === undefined ? alert.unit.unitId : leadUnitId
    const said = {
      rule: alert.ruleName,
      sentence: alert.sentence,
      code: alert.indicator,
      vintage: alert.vintage,
      day: ctx.clock.today(),
    }
    await settleAlert(tx, id, { ...settled(ctx, stored), state: 'item', item_id: itemId })
    await ctx.emit(tx, {
      type: ALERT_TO_LEDGER,
      payload: {
        itemId,
        alertId: id,
        title: alert.sentence,
        content: sentenceOf(ctx.locale, 'indicators.alert-item-content', said),
        document: sentenceOf(ctx.locale, 'indicators.alert-item-document', said),
        leadUnitId: lead,
        dueOn,
      },
    })
    await journal(tx, ctx, {
      action: 'indicators.alert-to-ledger',
      subject: { type: 'alert', id },
      detail: { rule: stored.rule, cause: stored.cause, itemId },
    })
    return alertOf(ctx, tx, id)
  })
}

function settled(ctx: Context, { version }: StoredAlert) {
  return { changed_at: ctx.clock.now(), changed_by: ctx.actor.name, version: version + 1 }
}

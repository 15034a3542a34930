import type { Context } from '../../../../kernel/context.ts'
import { conflict } from '../../../../kernel/errors.ts'
import { cityTime } from '../../city-time.ts'
import { dueDay } from '../../rules/clock/due-day.ts'
import { nextReportOn } from '../../rules/clock/next-report-on.ts'
import { NEW_ROUND } from '../../rules/new-item.ts'
import type { Item, ReasonedStep, Step } from '../../schema.ts'
import { listDuties, updateDuty } from '../../store/duties.ts'
import { takeStep } from './take-step.ts'

/**
 * The lead unit signs for an item (签收). The limit for its first report runs from now, unless reports are owed at
 * fixed times. @throws what `takeStep` throws
 */
export function signItem(ctx: Context, id: string, { version }: Step): Promise<Item> {
  return takeStep(ctx, 'sign', {
    id,
    version,
    action: 'ledger.item-signed',
    change: async (item, { today, settings, calendar }, tx) => {
      const [lead] = await listDuties(tx, item.id)
      if (lead) await updateDuty(tx, lead, { state: 'signed', signed_on: today, signed_by: ctx.actor.name })
      const first = dueDay(settings.firstReportLimit, cityTime(ctx), calendar)
      const regular = nextReportOn(item.reportFrequency, { since: today, lastReportedOn: null })
      const reportBy = regular === null || first < regular ? first : regular
      return { signedOn: today, reportBy }
    },
  })
}

/**
 * The lead unit declines an item within the limit to sign, with the reason: it goes back to the office (拒签).
 * @throws what `takeStep` throws, `ledger.decline-too-late` after the limit
 */
export function declineItem(ctx: Context, id: string, { version, reason }: ReasonedStep): Promise<Item> {
  return takeStep(ctx, 'decline', {
    id,
    version,
    reason,
    action: 'ledger.item-declined',
    change: async (item, { today }, tx) => {
      if (item.signBy !== null && today > item.signBy) {
        throw conflict('ledger.decline-too-late', { number: item.number, signBy: item.signBy })
      }
      for (const duty of await listDuties(tx, item.id)) {
        const state = duty.role === 'lead' ? 'declined' : 'pending'
        await updateDuty(tx, duty, { state, sign_by: null })
      }
      return { ...NEW_ROUND, hasPendingExtension: item.hasPendingExtension, declinedReason: reason }
    },
  })
}

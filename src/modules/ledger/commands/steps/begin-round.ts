import type { Context, Tx } from '../../../../kernel/context.ts'
import type { Day } from '../../../../kernel/day.ts'
import { cityTime } from '../../city-time.ts'
import { dueDay } from '../../rules/clock/due-day.ts'
import { firstReportBy } from '../../rules/lifecycle/first-report-by.ts'
import { newRound } from '../../rules/lifecycle/new-round.ts'
import { listDuties, updateDuty } from '../../store/duties.ts'
import type { StoredItem } from '../../store/items.ts'
import type { Changing } from './take-step.ts'

/**
 * Begins a new round of a closed item, and with it that of every unit that was not released: the lead is at work at once,
 * the supporting units are to sign again. Progress of an item with parts stays theirs.
 */
export async function beginRound(
  ctx: Context,
  { tx, item, facts, steps }: Changing,
  { dueOn, progress }: { dueOn: Day; progress: number },
): Promise<Partial<StoredItem>> {
  const now = cityTime(ctx)
  const signBy = dueDay(facts.settings.signLimit, now, facts.calendar)
  await renewDuties(tx, item, { dueOn, signBy })
  return newRound(item, {
    today: facts.today,
    dueOn,
    progress: steps.parts.count > 0 ? item.progress : progress,
    reportBy: firstReportBy(item, { ...facts, now }),
  })
}

async function renewDuties(tx: Tx, item: StoredItem, days: { dueOn: Day; signBy: Day }): Promise<void> {
  const fresh = { due_on: days.dueOn, done_on: null, done_by: null }
  for (const duty of await listDuties(tx, item.id)) {
    if (duty.state === 'waived') continue
    const standing =
      duty.role === 'lead'
        ? ({ state: 'signed' } as const)
        : ({ state: 'dispatched', sign_by: days.signBy, signed_on: null, signed_by: null } as const)
    await updateDuty(tx, duty, { ...fresh, ...standing })
  }
}

import type { Context, Tx } from '../../../../kernel/context.ts'
import { invalid } from '../../../../kernel/errors.ts'
import { cityTime } from '../../city-time.ts'
import type { ClockFacts } from '../../clock-facts.ts'
import { dispatchMarks } from '../../rules/lifecycle/dispatch-marks.ts'
import { NEW_ROUND } from '../../rules/new-item.ts'
import type { DispatchItem, Item, ReasonedStep } from '../../schema.ts'
import { listDuties, updateDuty } from '../../store/duties.ts'
import type { StoredItem } from '../../store/items.ts'
import { takeStep } from './take-step.ts'

/**
 * Dispatches an item to its lead and its supporting units, each with its own task and day. The limit to sign runs from
 * now; a deadline that is a time limit is counted from now and is the first deadline.
 * @throws what `takeStep` throws, `ledger.nobody-responsible`, `ledger.deadline-missing`, `ledger.no-such-duty`,
 * `kernel.calendar-year-missing`
 */
export function dispatchItem(ctx: Context, id: string, input: DispatchItem): Promise<Item> {
  const { version, duties, note } = input
  return takeStep(ctx, 'dispatch', {
    id,
    version,
    action: 'ledger.item-dispatched',
    detail: { note, duties },
    change: async (item, facts, tx) => {
      const marks = dispatchMarks(item, { ...facts, now: cityTime(ctx) })
      if (marks.kind === 'refused') throw invalid(`ledger.${marks.reason}`, { number: item.number })
      await dispatchDuties(tx, { item: { ...item, ...marks.change }, duties, facts })
      return marks.change
    },
  })
}

/** Takes an item back from its unit, for instance to give it to another; its clock runs on. @throws what `takeStep` throws */
export function recallItem(ctx: Context, id: string, { version, reason }: ReasonedStep): Promise<Item> {
  return takeStep(ctx, 'recall', {
    id,
    version,
    reason,
    action: 'ledger.item-recalled',
    change: async (item, _, tx) => {
      for (const duty of await listDuties(tx, item.id)) {
        await updateDuty(tx, duty, { state: 'pending', sign_by: null, signed_on: null, signed_by: null })
      }
      return { ...NEW_ROUND, hasPendingExtension: item.hasPendingExtension, dispatchedOn: null }
    },
  })
}

interface Dispatching {
  readonly item: StoredItem
  readonly duties: DispatchItem['duties']
  readonly facts: ClockFacts
}

async function dispatchDuties(tx: Tx, { item, duties }: Dispatching): Promise<void> {
  const existing = await listDuties(tx, item.id)
  const stranger = duties.find(({ unitId }) => !existing.some((duty) => duty.unit_id === unitId))
  if (stranger) throw invalid('ledger.no-such-duty', { number: item.number, unitId: stranger.unitId })
  for (const duty of existing) {
    const given = duties.find(({ unitId }) => unitId === duty.unit_id)
    const dueOn = duty.role === 'lead' ? item.dueOn : (given?.dueOn ?? duty.due_on ?? item.dueOn)
    if (duty.state === 'waived') continue
    await updateDuty(tx, duty, {
      state: duty.state === 'done' ? 'done' : 'dispatched',
      task: given?.task || duty.task,
      due_on: dueOn,
      first_due_on: duty.first_due_on ?? dueOn,
      sign_by: item.signBy,
    })
  }
}

import type { Context, Tx } from '../../../../kernel/context.ts'
import { invalid } from '../../../../kernel/errors.ts'
import { cityTime } from '../../city-time.ts'
import { dispatchMarks } from '../../rules/lifecycle/dispatch-marks.ts'
import type { DispatchItem, Item } from '../../schema.ts'
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
    change: async ({ tx, item, facts }) => {
      const marks = dispatchMarks(item, { ...facts, now: cityTime(ctx) })
      if (marks.kind === 'refused') throw invalid(`ledger.${marks.reason}`, { number: item.number })
      await dispatchDuties(tx, { ...item, ...marks.change }, duties)
      const { leadUnitId, supportingUnitIds } = item
      const { dueOn, signBy } = marks.change
      return { item: marks.change, detail: { note, duties, leadUnitId, supportingUnitIds, dueOn, signBy } }
    },
  })
}

async function dispatchDuties(tx: Tx, item: StoredItem, duties: DispatchItem['duties']): Promise<void> {
  const existing = await listDuties(tx, item.id)
  const stranger = duties.find(({ unitId }) => !existing.some((duty) => duty.unit_id === unitId))
  if (stranger) throw invalid('ledger.no-such-duty', { number: item.number, unitId: stranger.unitId })
  for (const duty of existing) {
    // Dispatched a second time after a recall: what a unit has done, or was spared, stays so.
    if (duty.state === 'waived' || duty.state === 'done') continue
    const given = duties.find(({ unitId }) => unitId === duty.unit_id)
    const dueOn = duty.role === 'lead' ? item.dueOn : (given?.dueOn ?? duty.due_on ?? item.dueOn)
    await updateDuty(tx, duty, {
      state: 'dispatched',
      task: given?.task || duty.task,
      due_on: dueOn,
      first_due_on: duty.first_due_on ?? dueOn,
      sign_by: item.signBy,
      note: '',
    })
  }
}

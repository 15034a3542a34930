import type { Context, Tx } from '../../../../kernel/context.ts'
import { notFound } from '../../../../kernel/errors.ts'
import { authorize, noteNames } from '../../../../kernel/permissions.ts'
import { loadClockFacts } from '../../clock-facts.ts'
import { presentItem } from '../../queries/present-item.ts'
import { refuse } from '../../refuse.ts'
import { dutyPermission, dutyRefusals, dutyUnits } from '../../rules/lifecycle/duty-refusals.ts'
import type { DutyStep, Item } from '../../schema.ts'
import { listDuties, type StoredDuty, updateDuty } from '../../store/duties.ts'
import type { StoredItem } from '../../store/items.ts'
import { lockItem } from '../lock-item.ts'
import { noteEvent } from '../note-event.ts'

interface Taking {
  readonly id: string
  readonly unitId: string
  readonly action: string
  readonly change: (found: { tx: Tx; item: StoredItem; duty: StoredDuty }) => Promise<DutyChange> | DutyChange
}

interface DutyChange {
  readonly duty: Partial<StoredDuty>
  readonly detail?: Readonly<Record<string, unknown>>
}

/**
 * Takes a step of one supporting unit's part, under the item's lock: the item itself stays as it is.
 * @throws `ledger.no-such-item`, `ledger.no-such-duty`, `ledger.duty-of-others`, `ledger.duty-of-lead`,
 * `ledger.duty-stands-still`, `ledger.duty-state`, and what `change` throws
 */
export async function takeDutyStep(ctx: Context, step: DutyStep, taking: Taking): Promise<Item> {
  const { id, unitId, action, change } = taking
  authorize(ctx, dutyPermission(step))
  return ctx.transaction(async (tx) => {
    const item = await lockItem(ctx, tx, { id })
    const { number } = item
    const duty = (await listDuties(tx, id)).find((each) => each.unit_id === unitId)
    if (!duty) throw notFound('ledger.no-such-duty', { number, unitId })
    const { role, state } = duty
    const refusals = dutyRefusals(step, { unitId, role, state }, { item, actor: ctx.actor })
    await refuse(ctx, tx, { number, refusals })
    noteNames(ctx.actor.grants, dutyPermission(step), dutyUnits(step, item, unitId))
    const { duty: changed, detail } = await change({ tx, item, duty })
    await updateDuty(tx, duty, changed)
    await noteEvent(ctx, tx, { item, action, detail: { unitId, from: state, to: changed.state, ...detail } })
    return presentItem(item, await loadClockFacts(ctx, tx))
  })
}

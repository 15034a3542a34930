import type { Context, Tx } from '../../../../kernel/context.ts'
import { yearOf } from '../../../../kernel/day-number.ts'
import { CodedError, conflict, invalid } from '../../../../kernel/errors.ts'
import { type JournalEntry, journal } from '../../../../platform/journal/index.ts'
import { type ClockFacts, loadClockFacts } from '../../clock-facts.ts'
import { turnsOf } from '../../rules/item-clock.ts'
import { eachRunningBatch, type RunningItem, recountItems, type Turns } from '../../store/running-items.ts'
import { takeClock } from '../../store/settings.ts'

interface ClockChange {
  readonly entry: JournalEntry
  /** Rules in force or working days are others now. */
  readonly turnsLights: boolean
}

/**
 * Changes settings, rules or calendar and, where lights depend on the change, computes the turning days of all running
 * items anew, all or nothing, with one entry in the journal. Nobody edits an item meanwhile (`holdClock`), so none is
 * stored by the former rules afterwards.
 * @returns how many items turn on other days now
 * @throws `ledger.clock-busy`, `ledger.calendar-year-needed`, and what `change` throws
 */
export async function changeClock(
  ctx: Context,
  change: (tx: Tx) => Promise<ClockChange>,
): Promise<{ recounted: number }> {
  return ctx.transaction(async (tx) => {
    if (!(await takeClock(ctx, tx))) throw conflict('ledger.clock-busy')
    const { entry, turnsLights } = await change(tx)
    const recounted = turnsLights ? await recountRunning(ctx, tx, await loadClockFacts(ctx, tx)) : 0
    await journal(tx, ctx, { ...entry, detail: { ...entry.detail, recounted } })
    return { recounted }
  })
}

async function recountRunning(ctx: Context, tx: Tx, facts: ClockFacts): Promise<number> {
  let recounted = 0
  for await (const batch of eachRunningBatch(tx)) {
    const turned = batch.flatMap((item): Turns[] => {
      const turns = turnsInForce(item, facts)
      return hasTurned(item, turns) ? [{ id: item.id, ...turns }] : []
    })
    if (turned.length > 0) await recountItems(tx, turned, ctx.clock.now())
    recounted += turned.length
  }
  return recounted
}

/** Whether an item turns on other days than those stored. */
export function hasTurned(item: Omit<Turns, 'id'>, turns: Omit<Turns, 'id'>): boolean {
  return (
    item.blueFrom !== turns.blueFrom ||
    item.yellowFrom !== turns.yellowFrom ||
    item.orangeFrom !== turns.orangeFrom ||
    item.redFrom !== turns.redFrom
  )
}

/**
 * The turning days of an item; a year that the calendar lacks is said with the item that needs it.
 * @throws `ledger.calendar-year-needed`
 */
export function turnsInForce(item: RunningItem, facts: Pick<ClockFacts, 'rules' | 'calendar'>) {
  try {
    return turnsOf(item, facts)
  } catch (error) {
    if (!(error instanceof CodedError) || error.code !== 'kernel.calendar-year-missing') throw error
    const year = error.details.year ?? (item.dueOn && yearOf(item.dueOn))
    throw invalid('ledger.calendar-year-needed', { number: item.number, dueOn: item.dueOn, year })
  }
}

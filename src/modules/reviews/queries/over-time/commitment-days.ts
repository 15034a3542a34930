import type { Context, Tx } from '../../../../kernel/context.ts'
import { dayOf, daysBetween } from '../../../../kernel/day.ts'
import { isAllowed } from '../../../../kernel/permissions.ts'
import { itemStandings, median } from '../../../ledger/index.ts'
import { CITY_ZONE } from '../../city-zone.ts'
import type { OverTime } from '../../schema/over-time.ts'
import { selectNotes } from '../../store/follow/notes.ts'

/**
 * How long what was promised took from the day it was written down to the day its item was closed; what is open is counted
 * apart. Null for who does not see notes. Two queries.
 */
export async function commitmentDays(
  ctx: Context,
  tx: Tx,
  unitId: string | undefined,
): Promise<OverTime['commitments']> {
  if (!isAllowed(ctx.actor.grants, 'reviews.hold')) return null
  const notes = (await selectNotes(tx, { commitmentsOfAll: true })).filter(
    (note) => unitId === undefined || note.unitId === unitId || note.leadUnitId === unitId,
  )
  const ids = notes.flatMap(({ itemId }) => itemId ?? [])
  const standings = ids.length > 0 ? await itemStandings(ctx, tx, { ids }) : []
  const items = new Map(standings.map((item) => [item.id, item]))
  const list = notes.flatMap((note) => {
    const item = items.get(note.itemId ?? '')
    if (!item || item.state === 'withdrawn') return []
    const takenOn = dayOf(note.takenAt, CITY_ZONE)
    const closedOn = item.state === 'closed' ? item.closedOn : null
    const days = closedOn === null ? null : daysBetween(takenOn, closedOn)
    const { reviewId, text } = note
    const { leadUnitId, number: itemNumber, id: itemId } = item
    return [{ noteId: note.id, reviewId, text, leadUnitId, itemId, itemNumber, takenOn, closedOn, days }]
  })
  const closed = list.flatMap(({ days }) => (days === null ? [] : [{ days, count: 1 }]))
  return {
    medianDays: median(closed).days,
    closed: closed.length,
    open: list.length - closed.length,
    withdrawn: standings.filter(({ state }) => state === 'withdrawn').length,
    list,
  }
}

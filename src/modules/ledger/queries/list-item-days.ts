import type { Context, Tx } from '../../../kernel/context.ts'
import { daysBetween } from '../../../kernel/day.ts'
import { invalid } from '../../../kernel/errors.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { itemDays } from '../rules/calendar/item-days.ts'
import type { AskItemDays, ItemDays } from '../schema.ts'
import { selectItemsOfDays } from '../store/item-days.ts'
import { itemFilter } from './item-filter.ts'
import { openReading } from './open-reading.ts'
import { presentItem } from './present-item.ts'

const LONGEST_DAYS = 45
const MOST = 1000

/** What falls due between two days: deadlines, nodes of plans, re-checks. @throws `ledger.span-too-long` */
export async function listItemDays(ctx: Context, input: AskItemDays): Promise<ItemDays> {
  authorize(ctx, 'ledger.read')
  const { from, to } = input
  const days = daysBetween(from, to) + 1
  if (days < 1 || days > LONGEST_DAYS) throw invalid('ledger.span-too-long', { from, to, most: LONGEST_DAYS })
  return ctx.transaction((tx) => itemDaysIn(ctx, tx, { ...input, most: MOST }))
}

/** The same for any span, inside a transaction. */
export async function itemDaysIn(
  ctx: Context,
  tx: Tx,
  { from, to, most, ...query }: AskItemDays & { most: number },
): Promise<ItemDays> {
  const reading = await openReading(ctx, tx)
  const filter = await itemFilter(ctx, tx, { query, ...reading })
  const items = await selectItemsOfDays(tx, filter, { from, to, limit: most + 1 })
  const days = items
    .flatMap((item) => itemDays(presentItem(item, reading.facts, filter.on), { from, to }))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.item.number < b.item.number ? -1 : 1))
  return { days: days.slice(0, most), isComplete: days.length <= most, asOf: filter.on }
}

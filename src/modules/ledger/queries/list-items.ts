import type { Context, Tx } from '../../../kernel/context.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { loadRegister } from '../../units/index.ts'
import { dueRange } from '../rules/item-light.ts'
import { planSearch } from '../rules/plan-search.ts'
import type { ItemPage, ListItems } from '../schema.ts'
import { type ItemFilter, selectItems } from '../store/list-items.ts'
import { presentItem } from './present-item.ts'

/**
 * A page of the ledger, of the items that the actor's units lead or support. A query finds items that have all its
 * words; when none has, those that contain it as it stands (a single character, a piece of a word, a number).
 */
export async function listItems(ctx: Context, input: ListItems): Promise<ItemPage> {
  authorize(ctx, 'ledger.read')
  const asOf = input.asOf ?? ctx.clock.today()
  const { page, pageSize, sort, q, light, leadUnitId, source, dueFrom, dueTo } = input
  return ctx.transaction(async (tx) => {
    const order = {
      sort,
      unitOrder: sort === 'lead' ? await unitOrder(tx) : [],
      limit: pageSize,
      offset: (page - 1) * pageSize,
    }
    const filter: ItemFilter = {
      leadUnitId,
      source,
      dueFrom,
      dueTo,
      due: light && dueRange(light, asOf),
    }
    let found = await selectItems(tx, { ...filter, ...planSearch(q ?? '') }, order)
    const pieces = (q ?? '').split(/\s+/).filter(Boolean)
    if (found.total === 0 && pieces.length > 0) {
      found = await selectItems(tx, { ...filter, substrings: pieces }, order)
    }
    const items = found.items.map((item) => presentItem(item, asOf))
    return { items, total: found.total, page, pageSize, asOf }
  })
}

/** Leads are sorted as the register lists them. */
async function unitOrder(tx: Tx): Promise<string[]> {
  const { register, ids } = await loadRegister(tx)
  return register.units.map(({ key }) => ids.get(key)).filter((id) => id !== undefined)
}

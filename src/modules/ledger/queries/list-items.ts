import type { Context, Tx } from '../../../kernel/context.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { answerOnce } from '../../../platform/answers/index.ts'
import { loadRegister } from '../../units/index.ts'
import type { ItemPage, ListItems } from '../schema.ts'
import { ofFound } from '../store/item-filter.ts'
import { selectItems } from '../store/list-items.ts'
import { countKept, itemFilter } from './item-filter.ts'
import { openReading } from './open-reading.ts'
import { presentItem } from './present-item.ts'

/** So many are sorted sooner than they are met in the order of a million. */
const FEW = 1000

/**
 * A page of the ledger, of the items that the actor's units lead or support: as it stands, or as it stood at the end of
 * a past day.
 */
export function listItems(ctx: Context, input: ListItems): Promise<ItemPage> {
  authorize(ctx, 'ledger.read')
  // Many look at the same first pages: until something is written, one look at the ledger serves all of them.
  const asked = { name: 'ledger.page', of: [input, ctx.clock.today()] }
  return answerOnce(ctx, asked, (tx) => findPage(ctx, tx, input))
}

async function findPage(ctx: Context, tx: Tx, input: ListItems): Promise<ItemPage> {
  const { page, pageSize, sort, ...query } = input
  const { facts, answers } = await openReading(ctx, tx)
  const filter = await itemFilter(ctx, tx, { query, facts, answers })
  const { total, isExact, ids } = await countKept(tx, answers, filter)
  const areFew = isExact && total <= FEW
  // What is nowhere need not be looked for once more, in the order of the page.
  const found =
    total === 0
      ? []
      : await selectItems(tx, areFew && ids ? ofFound(filter, ids) : filter, {
          sort,
          unitOrder: sort === 'lead' ? await unitOrder(tx) : [],
          limit: pageSize,
          offset: (page - 1) * pageSize,
          areFew,
        })
  const items = found.map((item) => presentItem(item, facts, filter.on))
  return { items, total, isTotalExact: isExact, page, pageSize, asOf: filter.on }
}

/** Leads are sorted as the register lists them. */
async function unitOrder(tx: Tx): Promise<string[]> {
  const { register, ids } = await loadRegister(tx)
  return register.units.map(({ key }) => ids.get(key)).filter((id) => id !== undefined)
}

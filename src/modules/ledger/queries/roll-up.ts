import type { Context } from '../../../kernel/context.ts'
import { notFound } from '../../../kernel/errors.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { itemQuery } from '../rules/statistics/item-query.ts'
import { rate } from '../rules/statistics/rate.ts'
import type { ItemFilterQuery, RollUp } from '../schema.ts'
import { selectTreeSums, type TreeSums } from '../store/roll-up.ts'

/**
 * What the leaves below an item add up to, of those that the actor sees, and the same for each of its parts.
 * @throws `ledger.no-such-item`
 */
export async function rollUpOf(ctx: Context, id: string): Promise<RollUp> {
  authorize(ctx, 'ledger.read')
  const [top, ...parts] = await ctx.transaction((tx) => selectTreeSums(tx, id))
  if (!top) throw notFound('ledger.no-such-item', { id })
  const { number, title } = top
  return {
    id,
    number,
    title,
    ...sumsOf(top),
    parts: parts.map((part) => {
      const { id, number, title, kind, state, weight } = part
      return { id, number, title, kind, state, weight, ...sumsOf(part) }
    }),
  }
}

function sumsOf({ id, parts, leaves, closedLeaves, closedByWeight, progress }: TreeSums) {
  const below: ItemFilterQuery = parts === 0 ? { id: [id] } : { under: id, isLeaf: true }
  return {
    closed: {
      numerator: closedLeaves,
      denominator: leaves,
      rate: rate(closedLeaves, leaves),
      query: itemQuery({ ...below, state: ['closed'] }),
      denominatorQuery: itemQuery(below),
    },
    closedByWeight: trimmed(closedByWeight),
    progress: trimmed(progress),
  }
}

/** A decimal without needless zeros. */
function trimmed(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal
}

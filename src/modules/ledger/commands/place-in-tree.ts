import type { Tx } from '../../../kernel/context.ts'
import { invalid } from '../../../kernel/errors.ts'
import { mayHangUnder } from '../rules/tree/may-hang-under.ts'
import type { Item } from '../schema.ts'
import { findItem } from '../store/items.ts'
import { depthBelow } from '../store/tree.ts'

/**
 * The level of an item that hangs, or is to hang, under a parent; `id` of one that is already there with its parts.
 * @throws `ledger.no-such-parent`, `ledger.wrong-place` with the kinds concerned, `ledger.too-deep` beyond three levels
 */
export async function placeInTree(
  tx: Tx,
  item: Pick<Item, 'kind' | 'parentId'> & { id?: string },
): Promise<number> {
  if (item.parentId === null) return 1
  const parent = await findItem(tx, { id: item.parentId }, { forUpdate: true })
  if (!parent || parent.state === 'withdrawn' || parent.state === 'closed' || parent.id === item.id) {
    throw invalid('ledger.no-such-parent', { id: item.parentId })
  }
  if (!mayHangUnder(item.kind, parent.kind)) {
    throw invalid('ledger.wrong-place', { kind: item.kind, parentKind: parent.kind, parent: parent.number })
  }
  const level = parent.level + 1
  const below = item.id ? await depthBelow(tx, item.id) : 0
  if (level + below > 3) throw invalid('ledger.too-deep', { parent: parent.number })
  return level
}

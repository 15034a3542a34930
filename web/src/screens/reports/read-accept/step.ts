import type { Statement } from '../../../api/model.ts'

/** The statement `by` steps away from the active one in the order of the list; the ends hold. */
export function stepFrom(
  order: readonly Statement[],
  activeId: string | null,
  by: number,
): Statement | undefined {
  const at = order.findIndex(({ id }) => id === activeId)
  if (at < 0) return by > 0 ? order[0] : order.at(-1)
  return order[Math.min(order.length - 1, Math.max(0, at + by))]
}

/** Where to go after a decision: the next open statement, from the top again when none follows; else stay. */
export function nextOpen(order: readonly Statement[], activeId: string): Statement | undefined {
  const at = order.findIndex(({ id }) => id === activeId)
  const others = [...order.slice(at + 1), ...order.slice(0, Math.max(at, 0))]
  return others.find(({ status }) => status === 'proposed')
}

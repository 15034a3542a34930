/** The least of a DOM node that the mapping needs, so that it can be tried without a browser. */
export interface NodeLike {
  readonly nodeType: number
  readonly parentNode: NodeLike | null
  readonly childNodes: ArrayLike<NodeLike>
  readonly nodeValue: string | null
  getAttribute?(name: string): string | null
}

const TEXT = 3

/**
 * The offset in the received text of a DOM boundary point. Every element that holds text carries `data-offset`, the
 * offset of its first character; undefined when the point lies outside the text.
 */
export function offsetOfPoint(node: NodeLike, at: number): number | undefined {
  if (node.nodeType === TEXT) {
    const start = ownOffset(node.parentNode)
    return start === undefined ? undefined : start + textBefore(node) + at
  }
  const after = node.childNodes[at]
  if (after) return firstOffset(after) ?? firstOffset(node)
  const last = node.childNodes[node.childNodes.length - 1]
  return last ? lastOffset(last) : ownOffset(node)
}

/** The selected `[start, end)` without white space at its ends; undefined for an empty or foreign selection. */
export function spanOfSelection(
  range: { startContainer: NodeLike; startOffset: number; endContainer: NodeLike; endOffset: number },
  text: string,
): [number, number] | undefined {
  const from = offsetOfPoint(range.startContainer, range.startOffset)
  const to = offsetOfPoint(range.endContainer, range.endOffset)
  if (from === undefined || to === undefined) return undefined
  const picked = text.slice(from, to)
  const start = from + picked.length - picked.trimStart().length
  const end = start + picked.trim().length
  return end > start ? [start, end] : undefined
}

function ownOffset(node: NodeLike | null): number | undefined {
  const value = node?.getAttribute?.('data-offset')
  return value === undefined || value === null ? undefined : Number(value)
}

/** Text nodes may have been split by the browser: count those before this one in the same element. */
function textBefore(node: NodeLike): number {
  let length = 0
  for (const sibling of Array.from(node.parentNode?.childNodes ?? [])) {
    if (sibling === node) break
    if (sibling.nodeType === TEXT) length += sibling.nodeValue?.length ?? 0
  }
  return length
}

function firstOffset(node: NodeLike): number | undefined {
  if (node.nodeType === TEXT) return offsetOfPoint(node, 0)
  const own = ownOffset(node)
  if (own !== undefined) return own
  for (const child of Array.from(node.childNodes)) {
    const offset = firstOffset(child)
    if (offset !== undefined) return offset
  }
  return undefined
}

function lastOffset(node: NodeLike): number | undefined {
  if (node.nodeType === TEXT) return offsetOfPoint(node, node.nodeValue?.length ?? 0)
  for (const child of Array.from(node.childNodes).reverse()) {
    const offset = lastOffset(child)
    if (offset !== undefined) return offset
  }
  return ownOffset(node)
}

import { describe, expect, it } from 'vitest'
import { type NodeLike, offsetOfPoint, spanOfSelection } from './selection-span.ts'

interface Tree extends NodeLike {
  parentNode: Tree | null
  childNodes: Tree[]
}

/** A small tree in place of the browser's: a string is a text node, a number the element's `data-offset`. */
function node(offset: number | null, ...children: (Tree | string)[]): Tree {
  const tree: Tree = {
    nodeType: 1,
    parentNode: null,
    childNodes: [],
    nodeValue: null,
    getAttribute: () => (offset === null ? null : String(offset)),
  }
  tree.childNodes = children.map((child) =>
    typeof child === 'string'
      ? { nodeType: 3, parentNode: tree, childNodes: [], nodeValue: child }
      : Object.assign(child, { parentNode: tree }),
  )
  return tree
}

const TEXT = '青渡区产值\n增速第一。\n'
const first = node(0, node(0, '青渡区'), node(3, '产值'))
const second = node(6, node(6, '增速'), node(8, '第', '一'), node(10, '。'))
const empty = node(12)
const pane = node(null, node(null, first, node(null, 'article 1'), second, empty))

describe('a point in the pane as an offset of the text as received', () => {
  it('counts inside a text node, also one that the browser split', () => {
    expect(offsetOfPoint(first.childNodes[1]!.childNodes[0]!, 1)).toBe(4)
    expect(offsetOfPoint(second.childNodes[1]!.childNodes[1]!, 1)).toBe(10)
  })

  it('reads a point between elements as the start of the next one, or the end of the last', () => {
    expect(offsetOfPoint(first, 1)).toBe(3)
    expect(offsetOfPoint(first, 2)).toBe(5)
    expect(offsetOfPoint(empty, 0)).toBe(12)
    expect(offsetOfPoint(pane, 1)).toBe(12)
  })

  it('knows no offset outside the text', () => {
    expect(offsetOfPoint(node(null, 'elsewhere').childNodes[0]!, 2)).toBeUndefined()
  })
})

describe('a selection as a span', () => {
  const select = (start: [Tree, number], end: [Tree, number]) =>
    spanOfSelection(
      { startContainer: start[0], startOffset: start[1], endContainer: end[0], endOffset: end[1] },
      TEXT,
    )

  it('is exact over lines and marks', () => {
    const span = select([first.childNodes[1]!.childNodes[0]!, 0], [second.childNodes[1]!.childNodes[1]!, 1])
    expect(span).toEqual([3, 10])
    expect(TEXT.slice(...span!)).toBe('产值\n增速第一')
  })

  it('leaves white space at its ends out, and is none for white space alone', () => {
    expect(select([first, 1], [second, 0])).toEqual([3, 5])
    expect(select([first, 2], [second, 0])).toBeUndefined()
  })
})

import type { Range } from '../../model.ts'

/** One item of a list and the mark or word that stands before it, `''` for the first. */
export interface ListItem extends Range {
  readonly before: string
}

const OPEN = '“（《(「‘〈【'
const CLOSE = '”）》)」’〉】'

/**
 * Cuts a stretch at separators that stand outside quotes and brackets. `words` are tried longest first
 * (`以及` before `及`), so give them in that order.
 */
export function splitList(folded: string, range: Range, words: readonly string[]): ListItem[] {
  const items: ListItem[] = []
  let depth = 0
  let start = range.start
  let before = ''
  for (let i = range.start; i < range.end; i++) {
    const character = folded[i]!
    if (OPEN.includes(character)) depth++
    else if (CLOSE.includes(character)) depth = Math.max(0, depth - 1)
    else if (depth === 0) {
      const word = words.find((candidate) => folded.startsWith(candidate, i))
      if (!word || i + word.length > range.end) continue
      if (i > start) items.push({ start, end: i, before })
      before = word
      start = i + word.length
      i = start - 1
    }
  }
  if (range.end > start) items.push({ start, end: range.end, before })
  return items
}

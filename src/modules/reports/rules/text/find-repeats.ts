import type { Block } from './block.ts'
import { textOf } from './block.ts'

const GRAM = 6
const SHORTEST = 12
/** Share of a passage that must stand elsewhere. A marked pull quote or list item may be shortened or reworded a little. */
const COPIED = { body: 0.9, quote: 0.6, item: 0.72, headline: 2 }

/**
 * Finds passages to leave out because they stand elsewhere in the same text: pull quotes, lists that return in the closing
 * paragraph, abstracts, paragraphs printed twice. Of two the fuller stays; of equal ones the first in the flow.
 */
export function findRepeats(blocks: readonly Block[]): Set<Block> {
  const texts = blocks.map((block) =>
    block.kind === 'headline' || block.lines[0]!.row > 0 ? '' : textOf(block),
  )
  const owners = shareOut(texts)
  const gone = new Set<number>()
  const order = texts.map((_, i) => i).filter((i) => texts[i]!.length >= SHORTEST)
  order.sort(
    (one, other) =>
      rank(blocks[one]!) - rank(blocks[other]!) || texts[one]!.length - texts[other]!.length || other - one,
  )
  for (const i of order) {
    const text = texts[i]!
    let shared = 0
    let grams = 0
    for (let at = 0; at + GRAM <= text.length; at++) {
      grams++
      const others = owners.get(text.slice(at, at + GRAM))
      if (others?.some((other) => other !== i && !gone.has(other))) shared++
    }
    if (grams > 0 && shared / grams >= COPIED[blocks[i]!.kind]) gone.add(i)
  }
  return new Set([...gone].map((i) => blocks[i]!))
}

/** Pull quotes go first, then list items, then running text. */
function rank(block: Block): number {
  return block.kind === 'quote' ? 0 : block.kind === 'item' ? 1 : 2
}

/** Which blocks hold a piece of text, for pieces that more than one block holds. */
function shareOut(texts: readonly string[]): Map<string, number[]> {
  const first = new Map<string, number>()
  const owners = new Map<string, number[]>()
  for (const [i, text] of texts.entries())
    for (let at = 0; at + GRAM <= text.length; at++) {
      const gram = text.slice(at, at + GRAM)
      const known = first.get(gram)
      if (known === undefined) first.set(gram, i)
      else if (known !== i) {
        const list = owners.get(gram)
        if (!list) owners.set(gram, [known, i])
        else if (list[list.length - 1] !== i) list.push(i)
      }
    }
  return owners
}

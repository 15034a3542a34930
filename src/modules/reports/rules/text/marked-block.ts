import { type Block, textOf } from './block.ts'
import type { Line } from './line.ts'
import { joinStandsTwice, standsTwice } from './repeated-text.ts'
import { isTerminated } from './sentence-end.ts'

/**
 * Takes the pull quote or list item that begins at a marked line: it goes on while its sentence is open
 * and its lines keep its own width; the column around it has another. Where what was taken stands elsewhere
 * too, it ends where that passage goes on differently. `whole` is the text without white space.
 */
export function takeMarkedBlock(
  lines: readonly Line[],
  from: number,
  whole: string,
): { block: Block; next: number } {
  const first = lines[from]!
  const taken = [first]
  let widest = first.width
  let next = from + 1
  while (next < lines.length) {
    const line = lines[next]!
    const last = taken[taken.length - 1]!
    if (line.mark || line.isHardStart) break
    if (isTerminated(last.text)) {
      const goesOn = !line.blankBefore && joinStandsTwice(joined(taken), joined([line]), whole)
      if (!goesOn) break
    }
    const slack = Math.max(3, widest * 0.15)
    if (line.width > widest + slack || last.width < widest - slack) break
    if (first.mark === 'bullet' && line.blankBefore && last.width > 60) break
    if (isOtherColumn(line, lines[next + 1], widest - slack)) break
    const text = joined(taken)
    if (standsTwice(text, whole) && !joinStandsTwice(text, joined([line]), whole)) break
    taken.push(line)
    widest = Math.max(widest, line.width)
    next++
  }
  return { block: { kind: first.mark === 'square' ? 'quote' : 'item', lines: taken }, next }
}

function joined(lines: Line[]): string {
  return textOf({ kind: 'quote', lines })
}

/** A narrower line that another of its width follows is the column around, not the last line of the quote. */
function isOtherColumn(line: Line, next: Line | undefined, least: number): boolean {
  return (
    line.blankBefore &&
    line.width < least &&
    next !== undefined &&
    !next.mark &&
    Math.abs(next.width - line.width) <= 2.5
  )
}

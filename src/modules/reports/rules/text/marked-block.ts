import type { Block } from './block.ts'
import type { Line } from './line.ts'
import { isTerminated } from './sentence-end.ts'

/**
 * Takes the pull quote or list item that begins at a marked line: it goes on while its sentence is open
 * and its lines keep its own width; the column around it has another.
 */
export function takeMarkedBlock(lines: readonly Line[], from: number): { block: Block; next: number } {
  const first = lines[from]!
  const taken = [first]
  let widest = first.width
  let next = from + 1
  while (next < lines.length) {
    const line = lines[next]!
    const last = taken[taken.length - 1]!
    if (line.mark || line.isHardStart || isTerminated(last.text)) break
    const slack = Math.max(3, widest * 0.15)
    if (line.width > widest + slack || last.width < widest - slack) break
    if (first.mark === 'bullet' && line.blankBefore && last.width > 60) break
    taken.push(line)
    widest = Math.max(widest, line.width)
    next++
  }
  return { block: { kind: first.mark === 'square' ? 'quote' : 'item', lines: taken }, next }
}

import type { Line } from './line.ts'
import { isTerminated } from './sentence-end.ts'

const WINDOW = 5
/** A mark or two may hang over the edge of a column. */
export const HANGING = 2.5
const SLACK = 2
const RELATIVE_SLACK = 0.06
const NARROWEST = 8
const WIDEST = 80

/**
 * The width of the column that each line stands in, or null where lines are not wrapped to one: the
 * greatest width that three lines nearby reach, give or take a punctuation mark or a Latin word.
 */
export function columnWidths(lines: readonly Line[]): (number | null)[] {
  return lines.map((_, i) => {
    const nearby: number[] = []
    for (let j = Math.max(0, i - WINDOW); j <= Math.min(lines.length - 1, i + WINDOW); j++) {
      const width = lines[j]!.width
      if (width >= NARROWEST && width <= WIDEST) nearby.push(width)
    }
    nearby.sort((one, other) => other - one)
    const own = lines[i]!.width
    for (let k = 0; k + 2 < nearby.length; k++)
      if (
        nearby[k]! - nearby[k + 2]! <= Math.max(SLACK, nearby[k]! * RELATIVE_SLACK) &&
        own <= nearby[k]! + HANGING
      )
        return nearby[k + 2]!
    return null
  })
}

/** Whether a line stops before its column does although the next word would have fitted. */
export function isShort(line: Line, next: Line | undefined, column: number): boolean {
  const word = next ? (/^[0-9A-Za-z.,%-]+|^./.exec(next.text)?.[0].length ?? 1) / 2 : 1
  return line.fullWidth + Math.max(1, word) < column - Math.max(0.8, column * 0.06)
}

/**
 * Measures lines as their printer did: with punctuation squeezed where that makes wrapped lines more equal,
 * else at full width.
 */
export function measured(lines: readonly Line[]): Line[] {
  let squeezed = 0
  let full = 0
  for (let i = 1; i < lines.length; i++) {
    const [one, other] = [lines[i - 1]!, lines[i]!]
    if (other.blankBefore || other.indent > one.indent || isTerminated(one.text) || isTerminated(other.text))
      continue
    squeezed += Math.min(4, Math.abs(one.width - other.width))
    full += Math.min(4, Math.abs(one.fullWidth - other.fullWidth))
  }
  return full <= squeezed ? lines.map((line) => ({ ...line, width: line.fullWidth })) : [...lines]
}

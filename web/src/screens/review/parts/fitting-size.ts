/** The body of an A4 page in points: 297 mm less the margins of 16 and 18, 210 mm less twice 15. */
const PAGE = { height: 745, width: 505 }
const LARGEST = 10.5
const SMALLEST = 7

/** Text of a line in its body size, and what stands in small print behind it. */
export interface PrintedLine {
  readonly text: string
  readonly small: string
}

/**
 * The size in points at which a unit's lines stand on one page, as far as that is legible: many lines are printed smaller,
 * and what does not fit at the smallest size goes on to a second page.
 */
export function fittingSize(lines: readonly PrintedLine[]): number {
  for (let size = LARGEST; size > SMALLEST; size -= 0.5) {
    if (heightAt(size, lines) <= PAGE.height) return size
  }
  return SMALLEST
}

/** A reckoning on the safe side: head and three headings, then each line with its last row half empty. */
function heightAt(size: number, lines: readonly PrintedLine[]): number {
  const rowHeight = size * 1.35
  const width = PAGE.width - 24
  const rows = lines.map(({ text, small }) => Math.ceil((ems(text) * size + ems(small) * size * 0.8) / width))
  return rows.reduce((sum, count) => sum + count * rowHeight + 3, 0) + 70 + 3 * size * 2.6
}

/** How wide a text is in ems: Chinese characters are square, others about half as wide. */
function ems(text: string): number {
  return [...text].reduce((sum, character) => sum + (character.charCodeAt(0) > 0x2e7f ? 1 : 0.56), 0)
}

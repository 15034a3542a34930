/** A run of glyphs as the page draws it: `transform` is [a, b, c, d, x, y] in points, y upwards. */
export interface TextItem {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
}

interface Line {
  text: string
  x: number
  end: number
  y: number
  height: number
}

/**
 * Puts a page's runs into lines. The drawing order is kept, which in print is the reading order also across columns;
 * only when it jumps up the page without moving to the right is the page read by position, top to bottom.
 */
export function linesOfPage(items: readonly TextItem[]): string[] {
  const lines: Line[] = []
  for (const item of items) {
    if (!item.str) continue
    const [x = 0, y = 0] = item.transform.slice(4)
    const height = item.height || Math.abs(item.transform[3] ?? 0) || 10
    const line = lines.at(-1)
    if (line && Math.abs(line.y - y) < 0.5 * Math.max(height, line.height) && x >= line.end - height)
      extend(line, item, x)
    else lines.push({ text: item.str, x, end: x + item.width, y, height })
  }
  const printed = lines.filter((line) => line.text.trim())
  return (isOutOfOrder(printed) ? byPosition(printed) : printed).map((line) => line.text.trimEnd())
}

/** A gap of more than a character is a space: columns of a table stay apart. */
function extend(line: Line, item: TextItem, x: number): void {
  const gap = x - line.end
  if (gap > 1.2 * line.height && !/\s$/.test(line.text)) line.text += gap > 3 * line.height ? '\t' : ' '
  line.text += item.str
  line.end = Math.max(line.end, x + item.width)
}

function isOutOfOrder(lines: readonly Line[]): boolean {
  let jumps = 0
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    if (before && line.y > before.y + 2 * before.height && line.x < before.end - before.height) jumps++
  }
  return jumps > 2 && jumps > lines.length / 10
}

function byPosition(lines: readonly Line[]): Line[] {
  return [...lines].sort((a, b) =>
    Math.abs(a.y - b.y) < 0.5 * Math.max(a.height, b.height) ? a.x - b.x : b.y - a.y,
  )
}

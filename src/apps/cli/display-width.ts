/** Wide and full-width ranges of Unicode's East Asian Width (UAX #11), as far as reports use them. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u
/** Marks that a Chinese terminal font draws over two columns. */
const WIDE_MARKS = /[“”‘’—…]/

/** How many columns of a terminal a text takes. */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text) width += WIDE.test(character) || WIDE_MARKS.test(character) ? 2 : 1
  return width
}

/** Fills a text with spaces to a number of columns. */
export function padToWidth(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)))
}

/** Cuts a text into lines of at most `width` columns. */
export function wrapToWidth(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const character of text) {
    const next = displayWidth(character)
    if (used + next > width && line) {
      lines.push(line)
      line = ''
      used = 0
    }
    line += character
    used += next
  }
  return line ? [...lines, line] : lines
}

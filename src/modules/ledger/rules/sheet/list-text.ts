const MARKS = /([、，,；;\n\\])/g
const PART = /(?<!\\)(?:\\\\)*[、，,；;\n]/

/** Several texts in one cell, parted by 、; a mark inside a text is escaped, so that reading gives them back. */
export function writeList(texts: readonly string[]): string {
  return texts.map((text) => text.replace(MARKS, '\\$1')).join('、')
}

/** The texts of a cell, parted by any of the marks that offices use, each trimmed and once. */
export function readList(cell: string): string[] {
  const texts = splitUnescaped(cell).map((part) => unescapeMarks(part).trim())
  return [...new Set(texts.filter((text) => text !== ''))]
}

/** The parts between marks, still escaped. */
export function splitUnescaped(cell: string): string[] {
  const parts: string[] = []
  let rest = cell
  for (let match = PART.exec(rest); match; match = PART.exec(rest)) {
    const end = match.index + match[0].length
    parts.push(rest.slice(0, end - 1))
    rest = rest.slice(end)
  }
  return [...parts, rest]
}

export function unescapeMarks(text: string): string {
  return text.replace(/\\([、，,；;\n\\])/g, '$1')
}

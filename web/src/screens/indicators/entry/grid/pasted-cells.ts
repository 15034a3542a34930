/** Cells as a spreadsheet puts them on the clipboard: rows by line, cells by tab, quoted where a cell has line breaks. */
export function pastedCells(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!
    if (isQuoted) {
      if (character !== '"') cell += character
      else if (text[at + 1] === '"') cell += text[++at]
      else isQuoted = false
    } else if (character === '"' && cell === '') isQuoted = true
    else if (character === '\t') {
      rows.at(-1)!.push(cell)
      cell = ''
    } else if (character === '\n') {
      rows.at(-1)!.push(cell.replace(/\r$/, ''))
      rows.push([])
      cell = ''
    } else cell += character
  }
  const last = rows.at(-1)!
  if (cell !== '' || last.length > 0) last.push(cell.replace(/\r$/, ''))
  else rows.pop()
  return rows
}

import { Readable } from 'node:stream'
import { strToU8, Zip, ZipDeflate } from 'fflate'
import { invalid } from '../../../kernel/errors.ts'
import { columnLetter } from '../column-letter.ts'
import { serialOfDay } from '../serial-day.ts'
import type { SheetColumn, SheetContent, SheetValue } from './sheet-content.ts'
import { fixedParts, STYLES, sheetHead, sheetTail, textCell } from './xlsx-parts.ts'

/** Rows that one sheet of Excel holds, the heading included. */
const MOST_ROWS = 1_048_576
const PIECE = 64 * 1024

/**
 * A workbook of one sheet as a stream of bytes: rows are asked for no faster than bytes are taken, and nothing is kept.
 * The heading row is frozen and filtered; days and numbers are real ones; a text is never a formula.
 * The stream fails with `platform.sheet-full` past the rows that Excel can hold.
 */
export function writeXlsx(content: SheetContent): Readable {
  return Readable.from(pieces(content), { objectMode: false, highWaterMark: PIECE })
}

async function* pieces(content: SheetContent): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = []
  let failure: Error | null = null
  const zip = new Zip((error, piece) => {
    failure ??= error
    ready.push(piece)
  })
  const take = () => {
    if (failure) throw failure
    const taken = ready
    ready = []
    return taken
  }
  for (const [name, text] of Object.entries(fixedParts(content))) open(zip, name).push(strToU8(text), true)
  const sheet = open(zip, 'xl/worksheets/sheet1.xml')
  for await (const text of sheetText(content)) {
    sheet.push(strToU8(text))
    yield* take()
  }
  sheet.push(new Uint8Array(0), true)
  zip.end()
  yield* take()
}

function open(zip: Zip, name: string): ZipDeflate {
  const part = new ZipDeflate(name, { level: 4 })
  // The same content gives the same file: no time of writing (the zip format begins in 1980).
  part.mtime = Date.UTC(1980, 0, 2)
  zip.add(part)
  return part
}

async function* sheetText({ columns, rows }: SheetContent): AsyncGenerator<string> {
  const letters = columns.map((_, at) => columnLetter(at))
  let text = sheetHead(columns)
  let row = 1
  for await (const values of rows) {
    row++
    if (row > MOST_ROWS) throw invalid('platform.sheet-full', { limit: MOST_ROWS - 1 })
    text += `<row r="${row}">`
    for (const [at, column] of columns.entries())
      text += cell(`${letters[at]}${row}`, column, values[column.key])
    text += '</row>'
    if (text.length < PIECE) continue
    yield text
    text = ''
  }
  yield text + sheetTail(columns, row)
}

function cell(reference: string, { type }: SheetColumn, value: SheetValue): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'number' && Number.isFinite(value)) return `<c r="${reference}"><v>${value}</v></c>`
  if (typeof value === 'boolean') return `<c r="${reference}" t="b"><v>${value ? 1 : 0}</v></c>`
  const serial = type === 'day' ? serialOfDay(String(value)) : undefined
  if (serial !== undefined) return `<c r="${reference}" s="${STYLES.day}"><v>${serial}</v></c>`
  return textCell(reference, String(value), STYLES.text)
}

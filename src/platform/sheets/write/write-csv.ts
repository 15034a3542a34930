import { Readable } from 'node:stream'
import { guardFormula } from '../csv/formula-guard.ts'
import type { SheetContent, SheetValue } from './sheet-content.ts'

const PIECE = 64 * 1024
const BYTE_ORDER_MARK = '\ufeff'

/**
 * A table as csv (RFC 4180): UTF-8 with a byte-order mark, by which Excel knows it; texts that a program would take
 * for a formula are guarded (see `guardFormula`), numbers and days stand as they are.
 */
export function writeCsv(content: SheetContent): Readable {
  return Readable.from(pieces(content), { objectMode: false, highWaterMark: PIECE })
}

async function* pieces({ columns, rows }: SheetContent): AsyncGenerator<Buffer> {
  let text = BYTE_ORDER_MARK + lineOf(columns.map(({ heading }) => heading))
  for await (const values of rows) {
    text += lineOf(columns.map(({ key }) => values[key]))
    if (text.length < PIECE) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(text)
}

const lineOf = (values: readonly SheetValue[]) => `${values.map(fieldOf).join(',')}\r\n`

function fieldOf(value: SheetValue): string {
  if (value === null || value === undefined) return ''
  const text = typeof value === 'string' ? guardFormula(value) : String(value)
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

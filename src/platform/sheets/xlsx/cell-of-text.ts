import type { Cell } from '../cell.ts'
import type { NumberFormat } from '../number-format.ts'
import { cellOfSerial } from '../serial-day.ts'
import { decodeCellText } from './cell-text.ts'
import type { StringTable } from './string-table.ts'
import { unescapeXml } from './xml-scanner.ts'

export interface CellSource {
  readonly strings: StringTable
  readonly formats: readonly NumberFormat[]
  readonly is1904: boolean
}

/** The cell as it stands in the sheet: its type (`t`), the number of its style, and what its value says. */
export interface RawCell {
  readonly type: string
  readonly style: number
  readonly text: string
}

/** What a cell of a sheet says (ECMA-376 part 1, 18.3.1.4 and 18.18.11). An empty text is no text. */
export function cellOfText({ type, style, text }: RawCell, source: CellSource): Cell {
  switch (type) {
    case 's':
      return source.strings.get(Number(text)) || null
    case 'str':
    case 'inlineStr':
      return decodeCellText(unescapeXml(text)) || null
    case 'b':
      return text === '1' || text === 'true'
    case 'e':
      return { kind: 'error', text: unescapeXml(text) }
    case 'd':
      return isoDay(text)
    default:
      return text === '' ? null : cellOfNumber(text, source.formats[style] ?? 'plain', source.is1904)
  }
}

function cellOfNumber(text: string, format: NumberFormat, is1904: boolean): Cell {
  const value = Number(text)
  if (!Number.isFinite(value)) return text
  if (format === 'percent') return { kind: 'percent', fraction: value }
  return format === 'plain' ? value : cellOfSerial(value, { is1904, isTime: format === 'time' })
}

/** `2024-03-31T00:00:00`, as strict writers put a date. */
function isoDay(text: string): Cell {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?))?/.exec(text) ?? []
  if (!day) return text || null
  return { kind: 'day', day, time: !time || /^00:00(:00)?$/.test(time) ? null : time }
}

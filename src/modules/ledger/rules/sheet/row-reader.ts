import type { Cell, SheetRow } from '../../../../platform/sheets/index.ts'
import type { RowNote, SheetMapping } from './imported-item.ts'
import type { DayContext } from './office-day.ts'
import { parseOfficeDay } from './parse-office-day.ts'
import type { SheetField } from './sheet-field.ts'
import words from './words.json' with { type: 'json' }

type WordList = Exclude<keyof typeof words, 'unclassified' | 'light' | 'source' | 'export'>

/** Reads the cells of one row by field, and collects what is wrong with them. */
export class RowReader {
  readonly problems: RowNote[] = []
  readonly warnings: RowNote[] = []
  readonly #row: SheetRow
  readonly #columns: ReadonlyMap<SheetField, number>

  constructor(row: SheetRow, mapping: SheetMapping) {
    this.#row = row
    this.#columns = new Map(
      mapping.columns.flatMap((field, column) => (field === null ? [] : [[field, column] as const])),
    )
  }

  has(field: SheetField): boolean {
    return this.#columns.has(field)
  }

  cell(field: SheetField): Cell {
    const column = this.#columns.get(field)
    return column === undefined ? null : (this.#row.cells[column] ?? null)
  }

  problem(field: SheetField, code: string, details: RowNote['details'] = {}): void {
    this.problems.push({ column: this.#columns.get(field) ?? null, code, details })
  }

  warn(field: SheetField, code: string, details: RowNote['details'] = {}): void {
    this.warnings.push({ column: this.#columns.get(field) ?? null, code, details })
  }

  /** The cell as people read it, trimmed; a formula that failed or a text that is too long is a problem. */
  text(field: SheetField, limit = Number.POSITIVE_INFINITY): string {
    const cell = this.cell(field)
    if (typeof cell === 'object' && cell?.kind === 'error') {
      this.problem(field, 'ledger.sheet-cell-error', { text: cell.text })
      return ''
    }
    const text = textOfCell(cell)
    if (text.length > limit) this.problem(field, 'ledger.sheet-text-long', { length: text.length, limit })
    return text
  }

  /** One of a field's known words; null for an empty cell. */
  word<Value extends string>(field: SheetField, list: WordList): Value | null {
    const text = this.text(field)
    if (text === '') return null
    const folded = foldWord(text)
    const entries = Object.entries(words[list]) as [string, readonly string[]][]
    for (const [value, spellings] of entries)
      if (spellings.some((spelling) => foldWord(spelling) === folded)) return value as Value
    const allowed = entries.map(([, spellings]) => spellings[0]!)
    this.problem(field, 'ledger.sheet-word-unknown', { value: text.slice(0, 40), allowed })
    return null
  }

  flag(field: SheetField): boolean {
    return this.word<'yes' | 'no'>(field, 'flag') === 'yes'
  }

  /** The day of a cell, and the words of one that names none. */
  day(field: SheetField, context: DayContext): { day: string | null; words: string } {
    const cell = this.cell(field)
    const found = parseOfficeDay(cell, context)
    if (found.kind === 'words') return { day: null, words: found.words }
    if (found.kind === 'empty') return { day: null, words: '' }
    if (found.kind === 'error') {
      const value = textOfCell(cell).slice(0, 60)
      this.problem(field, `ledger.sheet-day-${found.reason}`, { value })
      return { day: null, words: '' }
    }
    if (found.rest !== undefined) {
      this.warn(field, 'ledger.sheet-day-within', { value: found.rest.slice(0, 60), day: found.day })
    }
    return { day: found.day, words: '' }
  }
}

/** A cell in words. */
export function textOfCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return cell.trim()
  if (typeof cell === 'number') return Number.isInteger(cell) ? BigInt(cell).toString() : String(cell)
  if (typeof cell === 'boolean') return cell ? words.flag.yes[0]! : words.flag.no[0]!
  if (cell.kind === 'day') return cell.time === null ? cell.day : `${cell.day} ${cell.time}`
  return cell.kind === 'percent' ? `${percentOf(cell.fraction)}%` : cell.text
}

/** A fraction as per cent with at most two decimals, in whole hundredths on the way. */
export function percentOf(fraction: number): number {
  return Math.round(fraction * 10_000) / 100
}

export function foldWord(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
}

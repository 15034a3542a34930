import type { SheetRow } from '../../../../platform/sheets/index.ts'
import { cellText } from './cell-text.ts'
import { isValueLike } from './find-table-head.ts'
import { foldText } from './fold-text.ts'
import words from './words.json' with { type: 'json' }

const OPENERS = words.footnote.map((word) => foldText(word).toLowerCase())
const NUMBERED = /^(?:\d{1,2}[.、)]|\(\d{1,2}\)|[①-⑳*※†])/u

/** Whether a text begins as a line about the table does: 注：…, 数据来源：…, * … */
function opensFootnote(raw: string): boolean {
  const bare = raw.trim()
  const text = foldText(bare).toLowerCase()
  return OPENERS.some((word) => text.startsWith(word)) || (NUMBERED.test(bare) && text.length > 8)
}

/** A line about the table rather than of it. */
export function isFootnote({ cells }: Pick<SheetRow, 'cells'>): boolean {
  const first = cells.findIndex((cell) => cellText(cell).trim() !== '')
  if (first < 0) return true
  const raw = cells[first]
  if (typeof raw !== 'string' || !opensFootnote(raw)) return false
  // A note cut apart by its commas in a csv file has texts behind it, never a value alone.
  const others = cells
    .slice(first + 1)
    .filter((cell) => cellText(cell).trim() !== '' && cellText(cell) !== raw)
  return (
    !others.some((cell) => isValueLike(cell)) ||
    /^(?:注|数据来源|资料来源|说明|note|source)/.test(foldText(raw).toLowerCase())
  )
}

const MOST_NAMES = 20_000

/** Remembers which texts open a note: rows begin with the same names again and again. */
export class NoteOpeners {
  readonly #known = new Map<string, boolean>()

  isOpenedBy(text: string): boolean {
    let opens = this.#known.get(text)
    if (opens === undefined) {
      opens = opensFootnote(text)
      if (this.#known.size < MOST_NAMES) this.#known.set(text, opens)
    }
    return opens
  }
}

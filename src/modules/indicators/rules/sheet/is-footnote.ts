import type { SheetRow } from '../../../../platform/sheets/index.ts'
import { cellText } from './cell-text.ts'
import { isValueLike } from './find-table-head.ts'
import { foldText } from './fold-text.ts'
import words from './words.json' with { type: 'json' }

const OPENERS = words.footnote.map((word) => foldText(word).toLowerCase())
const NUMBERED = /^(?:\d{1,2}[.、)]|\(\d{1,2}\)|[①-⑳*※†])/u

/** 注：…, 数据来源：…, * … : a line about the table rather than of it. */
export function isFootnote({ cells }: SheetRow): boolean {
  const first = cells.findIndex((cell) => cellText(cell).trim() !== '')
  if (first < 0) return true
  if (typeof cells[first] !== 'string') return false
  const raw = (cells[first] as string).trim()
  const text = foldText(raw).toLowerCase()
  if (!OPENERS.some((word) => text.startsWith(word)) && !(NUMBERED.test(raw) && text.length > 8)) return false
  // A note cut apart by its commas in a csv file has texts behind it, never a value alone.
  const others = cells
    .slice(first + 1)
    .filter((cell) => cellText(cell).trim() !== '' && cellText(cell) !== cellText(cells[first]))
  return !others.some((cell) => isValueLike(cell)) || /^(?:注|数据来源|资料来源|说明|note|source)/.test(text)
}

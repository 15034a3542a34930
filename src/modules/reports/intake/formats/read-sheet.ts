import { type CellObject, type DenseWorkSheet, read, type WorkBook } from '@e965/xlsx'
import { invalid } from '../../../../kernel/errors.ts'
import { dropControls } from './check-is-text.ts'

const MAX_ROWS = 100_000
/** A merged cell that labels its rows (a unit, a date) is repeated in each of them; a longer text is not. */
const MAX_LABEL = 24

/**
 * Text of a workbook: for each sheet with something in it a line with its name, then one line for each row with its
 * cells as displayed, parted by tabs. Throws `reports.password`, `reports.damaged-file`.
 */
export function readSheet(bytes: Uint8Array): string {
  const lines: string[] = []
  const book = open(bytes)
  for (const name of book.SheetNames) {
    const sheet = book.Sheets[name] as DenseWorkSheet | undefined
    const rows = sheet ? readRows(sheet) : []
    if (rows.length > 0) lines.push(name, ...rows)
  }
  return lines.length > 0 ? `${dropControls(lines.join('\n'))}\n` : ''
}

function open(bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, {
      type: 'array',
      dense: true,
      cellFormula: false,
      cellHTML: false,
      sheetRows: MAX_ROWS,
    })
  } catch (error) {
    if (/password|encrypt/i.test(String(error))) throw invalid('reports.password')
    throw invalid('reports.damaged-file', { part: 'workbook' })
  }
}

/** Walks the rows that exist, not the range that the sheet claims: `A1:XFD1048576` costs nothing. */
function readRows(sheet: DenseWorkSheet): string[] {
  const labels = mergedLabels(sheet)
  const rows: string[] = []
  const data = (sheet['!data'] ?? []) as (CellObject | undefined)[][]
  for (const [index, row] of data.entries()) {
    const cells: string[] = (row ?? []).map((cell) => display(cell))
    for (const [column, label] of labels.get(index) ?? []) cells[column] = label
    const line = Array.from(cells, (cell) => cell ?? '')
      .join('\t')
      .trimEnd()
    if (line) rows.push(line)
  }
  return rows
}

function mergedLabels(sheet: DenseWorkSheet): Map<number, [column: number, label: string][]> {
  const labels = new Map<number, [number, string][]>()
  for (const merge of sheet['!merges'] ?? []) {
    const text = display(sheet['!data']?.[merge.s.r]?.[merge.s.c])
    if (!text || text.length > MAX_LABEL) continue
    const last = Math.min(merge.e.r, (sheet['!data']?.length ?? 0) - 1)
    for (let row = merge.s.r + 1; row <= last; row++)
      labels.set(row, [...(labels.get(row) ?? []), [merge.s.c, text]])
  }
  return labels
}

function display(cell: CellObject | undefined): string {
  const text = cell?.w ?? (cell?.v === undefined || cell.v === null ? '' : String(cell.v))
  return text
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replaceAll('\t', ' ')
    .trim()
}

import type { Article, Range } from '../../model.ts'
import roles from './header-roles.json' with { type: 'json' }

/** What the heading of a column says its cells are. */
export type CellRole = keyof typeof roles | 'account'

/** A cell of a table row whose columns have headings. */
export interface Cell extends Range {
  readonly column: number
  readonly role: CellRole
}

/** A row of a table: its cells in order. */
export type Row = readonly Cell[]

const ROLES = Object.entries(roles).map(([role, pattern]) => [role as CellRole, new RegExp(pattern)] as const)
/** Fewer named columns are no table of statements. */
const FEWEST_ROLES = 2
const LONGEST_HEADING = 12

/**
 * Finds the rows of tables with a row of headings (单位 | 不足, 任务 | 牵头单位 | 时限). In the text as received
 * the cells of a row stand on one line, parted by tabs; in the body each is a paragraph.
 */
export function readTables(received: string, article: Article): Row[] {
  const rows: Row[] = []
  let headings: ReadonlyMap<number, CellRole> | null = null
  for (const cells of linesOfCells(received, article)) {
    if (cells.length < 2) {
      headings = null
      continue
    }
    const found = headingsOf(article, cells)
    if (found) headings = found
    else if (headings)
      rows.push(cells.map((cell) => ({ ...cell, role: headings?.get(cell.column) ?? 'account' })))
  }
  return rows
}

function* linesOfCells(received: string, article: Article): Generator<(Range & { column: number })[]> {
  if (!received.includes('\t')) return
  const { at } = article.body
  let line = -1
  let cells: (Range & { column: number })[] = []
  for (const paragraph of article.paragraphs) {
    const offset = at[paragraph.start] ?? 0
    const start = received.lastIndexOf('\n', offset) + 1
    if (start !== line && cells.length) {
      yield cells
      cells = []
    }
    line = start
    const column = received.slice(start, offset).split('\t').length - 1
    cells.push({ start: paragraph.start, end: paragraph.end, column })
  }
  if (cells.length) yield cells
}

function headingsOf(
  article: Article,
  cells: readonly (Range & { column: number })[],
): Map<number, CellRole> | null {
  const found = new Map<number, CellRole>()
  for (const cell of cells) {
    const text = article.body.folded.slice(cell.start, cell.end)
    if (text.length > LONGEST_HEADING || /[。；，\d]/.test(text)) return null
    const role = ROLES.find(([, pattern]) => pattern.test(text))?.[0]
    if (role) found.set(cell.column, role)
  }
  return found.size >= FEWEST_ROLES ? withRowUnit(found) : null
}

/** 责任单位 beside 存在问题 names whose row it is, where no other column does. */
function withRowUnit(found: Map<number, CellRole>): Map<number, CellRole> {
  const named = new Set(found.values())
  if (!named.has('shortfall') || named.has('unit')) return found
  const column = [...found].find(([, role]) => role === 'charged' || role === 'lead')?.[0]
  return column === undefined ? found : new Map([...found, [column, 'unit']])
}

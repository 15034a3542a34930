import type { LedgerSearch } from '../../../app/ledger-search.ts'
import { queryText } from '../ledger-query.ts'
import type { ColumnKey } from '../table/columns.tsx'

/** The order of the list where the address names none. */
const FIRST_SORT = '-createdAt'

/** What a column of the screen says, as columns of a sheet. */
const SHEET_COLUMNS: Readonly<Record<ColumnKey, readonly string[]>> = {
  number: ['number'],
  light: ['light'],
  title: ['title'],
  lead: ['lead', 'responsibleText'],
  supporting: ['supporting'],
  state: ['state'],
  progress: ['progress', 'expected'],
  due: ['dueOn', 'firstDueOn', 'daysLate'],
  marks: ['wasLate', 'returnedCount', 'pressedCount', 'round'],
  issued: ['issuedOn'],
  dispatched: ['dispatchedOn'],
  closed: ['closedOn'],
  changed: ['changedOn'],
}

interface ExportAsked {
  /** Those on screen; every column that there is when left out. */
  readonly columns?: readonly ColumnKey[]
  readonly format?: 'xlsx' | 'csv'
}

/** The address of the sheet that holds what is on screen, all pages of it, in the order of the list. */
export function exportAddress(search: LedgerSearch, { columns = [], format = 'xlsx' }: ExportAsked): string {
  const query = new URLSearchParams(queryText({ ...search, sort: search.sort ?? FIRST_SORT }))
  query.set('format', format)
  for (const column of columns.flatMap((key) => SHEET_COLUMNS[key])) query.append('columns', column)
  return `/api/items/export?${query}`
}

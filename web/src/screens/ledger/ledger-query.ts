import type { ItemQuery } from '../../api/items.ts'
import { FLAGS, FREE_LISTS, type LedgerSearch, LISTS, readLedgerSearch } from '../../app/ledger-search.ts'

/** What of the address says how to show, not what. */
const SHOWING = ['view', 'sort', 'page', 'scale', 'month', 'drill'] as const satisfies (keyof LedgerSearch)[]

/** The filters of an address as a question to the server: several values as a list. */
export function filterOf(search: LedgerSearch): ItemQuery {
  const { view: _, sort: _s, page: _p, scale: _c, month: _m, drill: _d, ...filter } = search
  return Object.fromEntries(
    Object.entries(filter).map(([name, value]) => [name, isList(name) ? String(value).split(',') : value]),
  )
}

function isList(name: string): boolean {
  return name in LISTS || (FREE_LISTS as readonly string[]).includes(name)
}

/** The address without what narrows: view and order stay. */
export function withoutFilters(search: LedgerSearch): LedgerSearch {
  const { view, sort, scale, month } = search
  return withoutEmpty({ view, sort, scale, month })
}

export function isFiltered(search: LedgerSearch): boolean {
  return Object.keys(search).some((name) => !(SHOWING as readonly string[]).includes(name))
}

/** Leaves out what need not stand in the address. */
export function withoutEmpty(
  search: { [Name in keyof LedgerSearch]: LedgerSearch[Name] | undefined },
): LedgerSearch {
  const isDefault = (name: string, value: unknown) =>
    (name === 'page' && value === 1) || (name === 'view' && value === 'table')
  return Object.fromEntries(
    Object.entries(search).filter(
      ([name, value]) => value !== undefined && value !== '' && !isDefault(name, value),
    ),
  )
}

/** The address' query as text, for saved views, the export and links from the server: values as the server reads them. */
export function queryText(search: LedgerSearch): string {
  const text = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    for (const one of isList(name) ? String(value).split(',') : [String(value)]) text.append(name, one)
  }
  return text.toString()
}

/** The inverse of `queryText`; what the ledger does not understand is dropped. */
export function searchOfText(text: string): LedgerSearch {
  const query = new URLSearchParams(text)
  const names = [...new Set(query.keys())]
  return readLedgerSearch(Object.fromEntries(names.map((name) => [name, query.getAll(name).join(',')])))
}

/** The flag filters that are set, for chips. */
export function flagsOf(search: LedgerSearch) {
  return FLAGS.filter((name) => search[name] !== undefined)
}

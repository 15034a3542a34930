import { type LedgerSearch, readLedgerSearch } from './ledger-search.ts'

/** A filter as the server writes it (`state=signed&state=returned`) as an address of the ledger; `drill` names it. */
export function ledgerLink(query: string, drill?: string): LedgerSearch {
  const given = new URLSearchParams(query)
  const raw = Object.fromEntries(
    [...new Set(given.keys())].map((name) => {
      const values = given.getAll(name)
      return [name, values.length > 1 ? values : values[0]]
    }),
  )
  return { ...readLedgerSearch(raw), ...(drill ? { drill } : {}) }
}

import { useNavigate, useSearch } from '@tanstack/react-router'
import type { LedgerSearch } from '../../app/ledger-search.ts'
import { withoutEmpty } from './ledger-query.ts'

export type ShowInLedger = (
  change: {
    [Name in keyof LedgerSearch]?: LedgerSearch[Name] | undefined
  },
) => void

/** What the ledger shows, read from the address, and the way to show something else: always by the address. */
export function useLedgerAddress() {
  const search = useSearch({ from: '/house/ledger' })
  const navigate = useNavigate({ from: '/ledger' })
  const show: ShowInLedger = (change) =>
    navigate({
      search: (now) => withoutEmpty({ ...now, page: undefined, ...change }),
      replace: 'q' in change,
    })
  /** Goes to another address as a whole, for instance a saved view. */
  const go = (next: LedgerSearch) => navigate({ search: next })
  return { search, show, go }
}

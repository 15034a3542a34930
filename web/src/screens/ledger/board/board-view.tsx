import { useBoard } from '../../../api/ledger-views.ts'
import type { LedgerSearch } from '../../../app/ledger-search.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import { LedgerEmpty } from '../ledger-empty.tsx'
import { filterOf } from '../ledger-query.ts'
import { Board } from './board.tsx'

/** The board of what the filters let through. */
export function BoardView({ search }: { search: LedgerSearch }) {
  const { data, error, refetch } = useBoard(filterOf(search))
  if (error) return <ErrorNote error={error} onRetry={refetch} />
  if (!data) return <LoadingLines lines={10} />
  if (data.columns.every((column) => column.count === 0)) return <LedgerEmpty />
  return <Board {...data} />
}

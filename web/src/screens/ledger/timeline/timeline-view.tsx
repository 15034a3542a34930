import { Link } from '@tanstack/react-router'
import { useItems } from '../../../api/items.ts'
import type { LedgerSearch } from '../../../app/ledger-search.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { LedgerEmpty } from '../ledger-empty.tsx'
import { filterOf, withoutEmpty } from '../ledger-query.ts'
import type { ShowInLedger } from '../use-ledger-address.ts'
import { ScaleBar } from './scale-bar.tsx'
import { timeScale } from './time-scale.ts'
import { Timeline } from './timeline.tsx'

const PAGE_SIZE = 200

/** The items that have a deadline as bars of time, by unit; and how many have none. */
export function TimelineView({ search, onShow }: { search: LedgerSearch; onShow: ShowInLedger }) {
  const { t } = useWords()
  const { page = 1 } = search
  const filter = filterOf(search)
  const { data, error, refetch } = useItems({
    ...filter,
    hasDue: true,
    sort: 'lead',
    page,
    pageSize: PAGE_SIZE,
  })
  const { data: undated } = useItems({ ...filter, hasDue: false, pageSize: 1 })
  if (error) return <ErrorNote error={error} onRetry={refetch} />
  if (!data) return <LoadingLines lines={10} />
  const scale = timeScale(search.scale ?? 'quarter', { month: search.month, day: data.asOf })
  return (
    <>
      <ScaleBar scale={scale} onShow={onShow} />
      {data.items.length > 0 ? (
        <Timeline items={data.items} scale={scale} asOf={data.asOf} />
      ) : (
        <LedgerEmpty />
      )}
      {undated && undated.total > 0 && (
        <p className="soft timeline-undated">
          <Link
            from="/ledger"
            to="/ledger"
            search={(now: LedgerSearch) =>
              withoutEmpty({ ...now, page: undefined, view: undefined, hasDue: false })
            }
          >
            {t('ledger.timeline.undated', { count: undated.total })}
          </Link>
        </p>
      )}
      <Pager page={page} pageSize={PAGE_SIZE} total={data.total} onPage={(next) => onShow({ page: next })} />
    </>
  )
}

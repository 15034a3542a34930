import { useState } from 'react'
import { useItems } from '../../../api/items.ts'
import type { LedgerSearch } from '../../../app/ledger-search.ts'
import { useRefusalReason } from '../../../app/permitted-screen.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { KeyList } from '../../../ui/key-list.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { useShortcuts } from '../../../ui/use-shortcuts.ts'
import { BulkBar } from '../bulk/bulk-bar.tsx'
import { usePicked } from '../bulk/use-picked.ts'
import { LedgerEmpty } from '../ledger-empty.tsx'
import { filterOf } from '../ledger-query.ts'
import type { ShowInLedger } from '../use-ledger-address.ts'
import type { ColumnKey } from './columns.tsx'
import { LedgerTable } from './ledger-table.tsx'

const PAGE_SIZE = 50

interface TableViewProps {
  search: LedgerSearch
  columns: readonly ColumnKey[]
  onShow: ShowInLedger
}

/** One page of the items as a table, with what can be done to those that are ticked. */
export function TableView({ search, columns, onShow }: TableViewProps) {
  const { t } = useWords()
  const { page = 1, sort, asOf } = search
  const picked = usePicked()
  const refusal = useRefusalReason()
  const mayPick = asOf === undefined && refusal('ledger.dispatch') === undefined
  const [isHelpOpen, setHelpOpen] = useState(false)
  useShortcuts({ '?': () => setHelpOpen(true) })
  const { data, error, refetch } = useItems({
    ...filterOf(search),
    ...(sort ? { sort } : {}),
    page,
    pageSize: PAGE_SIZE,
  })
  if (error) return <ErrorNote error={error} onRetry={refetch} />
  if (!data) return <LoadingLines lines={10} />
  const total = data.isTotalExact ? data.total : t('app.at-least', { count: data.total })
  return (
    <>
      <p className="ledger-count soft" role="status">
        {t('ledger.count', { total, day: data.asOf })}
      </p>
      {mayPick && <BulkBar picked={picked} />}
      {data.items.length > 0 ? (
        <LedgerTable
          page={data}
          sort={sort}
          columns={columns}
          picked={mayPick ? picked : undefined}
          onShow={onShow}
        />
      ) : (
        <LedgerEmpty />
      )}
      <Pager page={page} pageSize={PAGE_SIZE} total={data.total} onPage={(next) => onShow({ page: next })} />
      <KeyList
        isOpen={isHelpOpen}
        onClose={() => setHelpOpen(false)}
        keys={[
          { keys: ['/'], does: t('ledger.search') },
          { keys: ['j', 'k'], does: t('ledger.key.walk') },
          { keys: ['x'], does: t('ledger.key.pick') },
          { keys: ['o'], does: t('ledger.key.open') },
          { keys: ['?'], does: t('key.help') },
        ]}
      />
    </>
  )
}

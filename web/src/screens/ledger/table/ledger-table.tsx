import type { ItemPage } from '../../../api/model.ts'
import type { LedgerSearch } from '../../../app/ledger-search.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import type { Picked } from '../bulk/use-picked.ts'
import type { ShowInLedger } from '../use-ledger-address.ts'
import { type ColumnKey, useLedgerColumns } from './columns.tsx'
import { useRowKeys } from './use-row-keys.ts'

interface LedgerTableProps {
  page: ItemPage
  sort: LedgerSearch['sort']
  columns: readonly ColumnKey[]
  /** Undefined where nothing can be done to many at once. */
  picked: Picked | undefined
  onShow: ShowInLedger
}

/** The items as lines: number, light, what, who, where it stands, how far, by when. Walked with j and k. */
export function LedgerTable({ page, sort, columns, picked, onShow }: LedgerTableProps) {
  const { t } = useWords()
  const all = useLedgerColumns(page.asOf)
  const activeId = useRowKeys(page.items, picked)
  return (
    <DataTable
      caption={t('ledger.title')}
      columns={columns.map((key) => all[key])}
      rows={page.items}
      rowKey={(item) => item.id}
      sort={sort ?? '-createdAt'}
      onSort={(next) => onShow({ sort: next as LedgerSearch['sort'] })}
      selectedKey={activeId}
      selection={
        picked && {
          isSelected: (item) => picked.has(item.id),
          onToggle: picked.toggle,
          nameOf: (item) => t('ledger.pick', { number: item.number }),
          nameOfAll: t('ledger.pick-page'),
        }
      }
    />
  )
}

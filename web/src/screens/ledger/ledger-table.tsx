import { Link } from '@tanstack/react-router'
import type { Item } from '../../api/model.ts'
import { useUnitIndex } from '../../api/units.ts'
import type { LedgerSearch } from '../../app/search.ts'
import { useWords } from '../../i18n/use-words.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { LightTag } from '../../ui/light-tag.tsx'
import { SourceLink } from './source-link.tsx'

interface LedgerTableProps {
  items: readonly Item[]
  sort: LedgerSearch['sort']
  selectedId: string | undefined
  onShow: (change: Partial<LedgerSearch>) => void
}

/** The items as lines: number, what, who, by when, light, and the sentence one click away. */
export function LedgerTable({ items, sort, selectedId, onShow }: LedgerTableProps) {
  const { t } = useWords()
  const { nameOf } = useUnitIndex()
  const separator = t('app.list-separator')
  const columns: Column<Item>[] = [
    {
      key: 'number',
      title: t('ledger.column.number'),
      sortKey: 'number',
      width: '104px',
      cell: (item) => <span className="figure soft">{item.number}</span>,
    },
    {
      key: 'title',
      title: t('ledger.column.title'),
      isMain: true,
      cell: (item) => (
        <Link from="/ledger" to="/ledger" search={(now) => ({ ...now, item: item.id })}>
          {item.title}
        </Link>
      ),
    },
    {
      key: 'lead',
      title: t('ledger.column.lead'),
      sortKey: 'lead',
      width: '156px',
      cell: (item) => <Lead item={item} name={nameOf(item.leadUnitId)} />,
    },
    {
      key: 'supporting',
      title: t('ledger.column.supporting'),
      width: '184px',
      cell: (item) =>
        item.supportingUnitIds.map((id) => nameOf(id) ?? t('unit.unknown')).join(separator) || '—',
    },
    {
      key: 'due',
      title: t('ledger.column.due'),
      sortKey: 'dueOn',
      width: '108px',
      cell: (item) => (
        <span className="figure">{item.dueOn ?? <span className="soft">{t('ledger.no-due')}</span>}</span>
      ),
    },
    {
      key: 'light',
      title: t('ledger.column.light'),
      width: '96px',
      cell: (item) => <LightTag light={item.light} />,
    },
    {
      key: 'source',
      title: t('ledger.column.source'),
      width: '84px',
      cell: (item) => <SourceLink item={item} />,
    },
  ]
  return (
    <DataTable
      caption={t('ledger.title')}
      columns={columns}
      rows={items}
      rowKey={(item) => item.id}
      sort={sort ?? '-createdAt'}
      onSort={(next) => onShow({ sort: next as LedgerSearch['sort'] })}
      selectedKey={selectedId}
    />
  )
}

/** The lead unit; where the source named no unit of the register, its words, visibly unresolved. */
export function Lead({ item, name }: { item: Item; name: string | undefined }) {
  const { t } = useWords()
  if (name) return name
  if (item.responsibleText.length === 0) return <span className="soft">{t('ledger.no-lead')}</span>
  return (
    <span className="ledger-unresolved" title={t('unit.unresolved')}>
      {item.responsibleText.join(t('app.list-separator'))} <span>({t('unit.unresolved')})</span>
    </span>
  )
}

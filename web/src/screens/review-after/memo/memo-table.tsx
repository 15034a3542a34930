import { Link } from '@tanstack/react-router'
import type { MemoEntry } from '../../../api/review-after.ts'
import { useUnitIndex } from '../../../api/units.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { LightTag } from '../../../ui/light-tag.tsx'

/** Commitment by commitment: what, who leads, by when, and its number in the ledger. */
export function MemoTable({ entries }: { entries: readonly MemoEntry[] }) {
  const { t } = useWords()
  const { nameOf } = useUnitIndex()
  const join = (names: readonly (string | undefined)[]) =>
    names.filter((name) => name !== undefined).join(t('app.list-separator'))
  const columns: Column<MemoEntry>[] = [
    {
      key: 'text',
      title: t('after.column.commitment'),
      isMain: true,
      cell: ({ text, href }) => (
        <Link to={href} className="compare-words">
          {text}
        </Link>
      ),
    },
    {
      key: 'kind',
      title: t('after.column.kind'),
      width: '130px',
      cell: ({ kind, unitId }) => (
        <>
          {t(`after.kind.${kind}`)} <span className="soft">{nameOf(unitId)}</span>
        </>
      ),
    },
    {
      key: 'lead',
      title: t('after.column.lead'),
      width: '190px',
      cell: ({ leadUnitId, supportingUnitIds, responsible }) => (
        <>
          {nameOf(leadUnitId) ?? (join(responsible) || '—')}
          {supportingUnitIds.length > 0 && (
            <span className="soft memo-with">
              {' '}
              {t('after.with', { units: join(supportingUnitIds.map(nameOf)) })}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'due',
      title: t('after.column.due'),
      width: '104px',
      cell: ({ dueOn }) => <span className="figure">{dueOn ?? '—'}</span>,
    },
    {
      key: 'item',
      title: t('after.column.item'),
      width: '250px',
      cell: ({ item }) =>
        item ? (
          <span className="memo-item">
            <Link className="figure" to="/ledger/items/$itemId" params={{ itemId: item.id }} search={{}}>
              {item.number}
            </Link>
            <span className="soft">{t(`state.${item.state}`)}</span>
            <LightTag light={item.light} />
          </span>
        ) : (
          <span className="memo-missing">○ {t('after.no-item')}</span>
        ),
    },
  ]
  return (
    <DataTable
      caption={t('after.memo')}
      columns={columns}
      rows={entries}
      rowKey={({ kind, id }) => `${kind}.${id}`}
    />
  )
}

import { Link } from '@tanstack/react-router'
import type { Matter } from '../../../api/matters.ts'
import { useUnitIndex } from '../../../api/units.ts'
import { formatPeriod } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { StateWord } from '../state-word.tsx'

/** One line a matter, what was told most often first. */
export function MattersTable({ matters }: { matters: readonly Matter[] }) {
  const { t, locale } = useWords()
  const { nameOf } = useUnitIndex()
  const period = (of: string | null) => (of ? formatPeriod(locale, of) : '—')
  const columns: Column<Matter>[] = [
    {
      key: 'title',
      title: t('matter.column.title'),
      isMain: true,
      cell: ({ id, title }) => (
        <Link to="/review/matters/$matterId" params={{ matterId: id }}>
          {title}
        </Link>
      ),
    },
    {
      key: 'unit',
      title: t('matter.column.unit'),
      width: '150px',
      cell: ({ unitId }) => nameOf(unitId) ?? t('unit.unknown'),
    },
    {
      key: 'state',
      title: t('matter.column.state'),
      width: '150px',
      cell: ({ state, wasResolvedBefore }) => (
        <>
          <StateWord state={state} />
          {wasResolvedBefore && state !== 'resolved' && (
            <span className="matter-again"> {t('matter.resolved-before')}</span>
          )}
        </>
      ),
    },
    {
      key: 'times',
      title: t('matter.column.times'),
      align: 'right',
      width: '88px',
      cell: ({ times }) => times,
    },
    { key: 'first', title: t('matter.column.first'), width: '124px', cell: (one) => period(one.firstPeriod) },
    { key: 'last', title: t('matter.column.last'), width: '124px', cell: (one) => period(one.lastPeriod) },
    {
      key: 'items',
      title: t('matter.column.items'),
      width: '140px',
      cell: ({ items }) =>
        items.total > 0 ? (
          <span className="figure">
            {t('matter.items-line', { closed: items.closed, total: items.total })}
          </span>
        ) : (
          <span className="matter-nothing">○ {t('matter.no-items')}</span>
        ),
    },
  ]
  return <DataTable caption={t('matter.title')} columns={columns} rows={matters} rowKey={({ id }) => id} />
}

import { Link } from '@tanstack/react-router'
import type { IndicatorLine } from '../../../api/indicators.ts'
import { useUnitIndex } from '../../../api/units.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { Tags } from '../parts/tags.tsx'
import { useIndicatorWords } from '../parts/use-indicator-words.ts'

/** Indicators with what they are measured in, whence they come and how far they reach. */
export function IndicatorsTable({ indicators }: { indicators: readonly IndicatorLine[] }) {
  const { t } = useWords()
  const { named, period } = useIndicatorWords()
  const { nameOf } = useUnitIndex()
  const columns: Column<IndicatorLine>[] = [
    {
      key: 'name',
      title: t('indicator.name'),
      isMain: true,
      cell: (indicator) => (
        <>
          <Link to="/indicators/$code" params={{ code: indicator.code }} search={{}}>
            {named(indicator)}
          </Link>
          <span className="indicator-code">{indicator.code}</span>
          {indicator.retiredOn && (
            <span className="indicator-code">{t('indicator.retired', { day: indicator.retiredOn })}</span>
          )}
        </>
      ),
    },
    {
      key: 'measure',
      title: t('indicator.unit-of-measure'),
      width: '88px',
      cell: ({ measure }) => measure || '—',
    },
    {
      key: 'frequency',
      title: t('indicator.frequency'),
      width: '72px',
      cell: ({ frequency }) => t(`indicator.frequency.${frequency}`),
    },
    {
      key: 'direction',
      title: t('indicator.direction'),
      width: '104px',
      cell: ({ direction }) => t(`indicator.direction.${direction}`),
    },
    {
      key: 'source',
      title: t('indicator.source'),
      width: '150px',
      cell: ({ sourceUnitId }) => nameOf(sourceUnitId) ?? '—',
    },
    { key: 'tags', title: t('indicator.tag'), width: '170px', cell: ({ tags }) => <Tags tags={tags} /> },
    {
      key: 'period',
      title: t('indicator.latest-period'),
      width: '130px',
      cell: ({ latest }) =>
        latest ? period(latest.period) : <span className="soft">{t('indicator.unpublished')}</span>,
    },
    {
      key: 'vintage',
      title: t('indicator.latest-vintage'),
      width: '88px',
      cell: ({ latest }) => (latest ? t('indicator.vintage-number', { number: latest.vintage }) : '—'),
    },
  ]
  return (
    <DataTable
      caption={t('nav.indicators')}
      columns={columns}
      rows={indicators}
      rowKey={({ code }) => code}
    />
  )
}

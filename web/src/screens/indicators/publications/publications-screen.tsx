import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { type PublicationLine, usePublications } from '../../../api/publications.ts'
import { useUnitIndex } from '../../../api/units.ts'
import { PermittedScreen } from '../../../app/permitted-screen.tsx'
import { formatInstant } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { StateNote } from '../../../ui/state-note.tsx'
import { IndicatorLinks } from '../parts/indicator-links.tsx'
import { IndicatorName } from '../parts/indicator-name.tsx'
import { periodWords } from '../parts/periods.ts'

/** League tables as they were printed, by number. */
export function PublicationsScreen() {
  return (
    <PermittedScreen permission="indicators.read">
      <PublicationList />
    </PermittedScreen>
  )
}

function PublicationList() {
  const { t } = useWords()
  const { page } = useSearch({ from: '/house/indicators/publications' })
  const navigate = useNavigate()
  const { data, error, refetch } = usePublications({ page })
  return (
    <>
      <PageHead
        title={t('publications.title')}
        note={t('publications.note')}
        actions={<Button onClick={() => window.print()}>{t('app.print')}</Button>}
      />
      <IndicatorLinks />
      {error && !data ? (
        <ErrorNote error={error} onRetry={refetch} />
      ) : !data ? (
        <LoadingLines />
      ) : data.total === 0 ? (
        <StateNote title={t('publications.empty')}>{t('publications.empty-way')}</StateNote>
      ) : (
        <>
          <PublicationsTable publications={data.publications} />
          <Pager
            page={data.page}
            pageSize={data.pageSize}
            total={data.total}
            onPage={(next) => navigate({ to: '/indicators/publications', search: { page: next } })}
          />
        </>
      )}
    </>
  )
}

function PublicationsTable({ publications }: { publications: readonly PublicationLine[] }) {
  const { t, locale } = useWords()
  const { cohorts } = useUnitIndex()
  const nameOf = (key: string) => {
    const cohort = cohorts.find((each) => each.key === key)
    return (locale === 'en' && cohort?.nameEn) || (cohort?.name ?? key)
  }
  const columns: Column<PublicationLine>[] = [
    {
      key: 'number',
      title: t('publications.number'),
      align: 'right',
      width: '64px',
      cell: ({ number }) => number,
    },
    {
      key: 'title',
      title: t('publications.name'),
      isMain: true,
      cell: ({ number, title }) => (
        <Link to="/indicators/publications/$number" params={{ number: String(number) }}>
          {title}
        </Link>
      ),
    },
    {
      key: 'indicator',
      title: t('entry.indicator'),
      cell: ({ indicator, league }) =>
        indicator === null ? (league?.name ?? '—') : <IndicatorName code={indicator} />,
    },
    {
      key: 'period',
      title: t('table-import.whole.period'),
      cell: ({ period }) => periodWords(locale, period),
    },
    { key: 'cohort', title: t('publications.cohort'), cell: ({ cohort }) => nameOf(cohort) },
    {
      key: 'vintage',
      title: t('vintage.word'),
      cell: ({ vintage }) => t('vintage.number', { number: vintage }),
    },
    {
      key: 'frozen',
      title: t('publications.frozen'),
      cell: ({ frozenBy, frozenAt }) => (
        <>
          {frozenBy} <span className="soft figure">{formatInstant(frozenAt)}</span>
        </>
      ),
    },
  ]
  return (
    <DataTable
      caption={t('publications.title')}
      columns={columns}
      rows={publications}
      rowKey={({ number }) => String(number)}
    />
  )
}

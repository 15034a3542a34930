import { Link } from '@tanstack/react-router'
import type { UnitReviewLine } from '../../api/model.ts'
import { useReviewLines } from '../../api/reviews.ts'
import { useUnitIndex } from '../../api/units.ts'
import { PermittedScreen } from '../../app/permitted-screen.tsx'
import { formatPeriod } from '../../i18n/format.ts'
import { useWords } from '../../i18n/use-words.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { LoadingLines } from '../../ui/loading-lines.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StateNote } from '../../ui/state-note.tsx'
import { ReviewLinks } from '../review/parts/review-links.tsx'

/** Every unit that a review speaks of; each opens its page. */
export function ReviewsScreen() {
  return (
    <PermittedScreen permission="reviews.read">
      <Reviews />
    </PermittedScreen>
  )
}

function Reviews() {
  const { t } = useWords()
  const { data, error, refetch } = useReviewLines()
  return (
    <>
      <PageHead title={t('reviews.title')} note={data && t('units.count', { count: data.units.length })} />
      <ReviewLinks />
      {error ? (
        <ErrorNote error={error} onRetry={refetch} />
      ) : !data ? (
        <LoadingLines lines={10} />
      ) : data.units.length > 0 ? (
        <ReviewsTable lines={data.units} />
      ) : (
        <StateNote
          title={t('reviews.empty')}
          action={
            <Link to="/reports" search={{}}>
              {t('reviews.to-reports')}
            </Link>
          }
        >
          {t('reviews.empty-way')}
        </StateNote>
      )}
    </>
  )
}

function ReviewsTable({ lines }: { lines: readonly UnitReviewLine[] }) {
  const { t, locale } = useWords()
  const { nameOf } = useUnitIndex()
  const counted = (
    name: 'reviews' | 'ranks' | 'firsts' | 'figures' | 'shortfalls',
  ): Column<UnitReviewLine> => ({
    key: name,
    title: t(`reviews.column.${name}`),
    align: 'right',
    width: '92px',
    cell: (line) => line[name] || <span className="soft">0</span>,
  })
  const columns: Column<UnitReviewLine>[] = [
    {
      key: 'unit',
      title: t('reviews.column.unit'),
      isMain: true,
      cell: ({ unitId }) => (
        <Link to="/reviews/$unitId" params={{ unitId }}>
          {nameOf(unitId) ?? t('unit.unknown')}
        </Link>
      ),
    },
    {
      key: 'latest',
      title: t('reviews.column.latest'),
      width: '140px',
      cell: ({ latestPeriod }) => (latestPeriod ? formatPeriod(locale, latestPeriod) : '—'),
    },
    ...(['reviews', 'ranks', 'firsts', 'figures', 'shortfalls'] as const).map(counted),
    {
      key: 'recurring',
      title: t('reviews.column.recurring'),
      width: '196px',
      cell: ({ recurring }) =>
        recurring.confirmed + recurring.suggested > 0 ? (
          <span className={recurring.suggested > 0 ? 'reviews-suggested' : undefined}>
            {t('reviews.recurring', recurring)}
          </span>
        ) : (
          <span className="soft">{t('app.none')}</span>
        ),
    },
  ]
  return (
    <DataTable caption={t('reviews.title')} columns={columns} rows={lines} rowKey={(line) => line.unitId} />
  )
}

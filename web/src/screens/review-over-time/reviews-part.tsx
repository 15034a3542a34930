import { Link } from '@tanstack/react-router'
import { type ReviewOfReview, useReviewsOfReviews } from '../../api/review-over-time.ts'
import { formatInstant, formatPeriod } from '../../i18n/format.ts'
import { useWords } from '../../i18n/use-words.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { LoadingLines } from '../../ui/loading-lines.tsx'
import { StateNote } from '../../ui/state-note.tsx'
import { formatDue } from '../review/parts/format-due.ts'
import { STAGES, StageWord } from '../review/parts/stage-word.tsx'

/** The review of reviews: how each one was prepared, kept to its time, and followed by its memo. */
export function ReviewsPart() {
  const { t, locale } = useWords()
  const { data, error, refetch } = useReviewsOfReviews()
  if (error && !data) return <ErrorNote error={error} onRetry={refetch} />
  if (!data) return <LoadingLines lines={8} />
  if (data.reviews.length === 0)
    return <StateNote title={t('cycle.empty')}>{t('time.reviews-empty-way')}</StateNote>
  const columns: Column<ReviewOfReview>[] = [
    {
      key: 'review',
      title: t('time.column.review'),
      isMain: true,
      cell: ({ reviewId, period, title }) => (
        <>
          <Link to="/review/$reviewId" params={{ reviewId }}>
            {formatPeriod(locale, period)}
          </Link>{' '}
          <span className="soft">{title}</span>
        </>
      ),
    },
    {
      key: 'stage',
      title: t('cycle.column.stage'),
      width: '112px',
      cell: ({ stage }) => {
        const known = STAGES.find((each) => each === stage)
        return known ? <StageWord stage={known} /> : stage
      },
    },
    counted('speakers', t('cycle.column.speakers')),
    counted('lines', t('cycle.column.lines')),
    counted('staleAtFreeze', t('time.column.stale')),
    counted('corrections', t('cycle.corrections')),
    {
      key: 'minutes',
      title: t('time.column.minutes'),
      align: 'right',
      width: '150px',
      cell: ({ secondsUsed, minutesAllowed }) => (
        <span className={secondsUsed > minutesAllowed * 60 ? 'time-over' : undefined}>
          {t('time.minutes-used', { used: Math.ceil(secondsUsed / 60), allowed: minutesAllowed })}
          {secondsUsed > minutesAllowed * 60 && ` ${t('time.over')}`}
        </span>
      ),
    },
    {
      key: 'memo',
      title: t('time.column.memo'),
      width: '250px',
      cell: ({ memo }) => (
        <span className="figure">
          {memo.sentAt ? formatInstant(memo.sentAt) : t('cycle.due', { at: formatDue(memo.dueAt) })}{' '}
          {memo.isOnTime === true && <span className="time-in-time">✓ {t('time.on-time')}</span>}
          {memo.isOnTime === false && (
            <strong className="time-over">✕ {t(memo.sentAt ? 'cycle.was-late' : 'cycle.is-late')}</strong>
          )}
        </span>
      ),
    },
  ]
  return (
    <DataTable
      caption={t('time.part.reviews')}
      columns={columns}
      rows={data.reviews}
      rowKey={({ reviewId }) => reviewId}
    />
  )
}

function counted(
  name: 'speakers' | 'lines' | 'staleAtFreeze' | 'corrections',
  title: string,
): Column<ReviewOfReview> {
  return {
    key: name,
    title,
    align: 'right',
    width: '92px',
    cell: (review) => review[name] ?? <span className="soft">—</span>,
  }
}

import { Link } from '@tanstack/react-router'
import type { ListedReview, Stage } from '../../../api/review-model.ts'
import { useSheetSummaries } from '../../../api/review-sheets.ts'
import { formatInstant, formatPeriod } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { formatDue } from '../parts/format-due.ts'
import { StageWord } from '../parts/stage-word.tsx'
import './cycles.css'

/** One line a meeting; what is still to be done stands out, what is past is soft. */
export function CyclesTable({ reviews }: { reviews: readonly ListedReview[] }) {
  const { t, locale } = useWords()
  const due = (stage: 'frozen' | 'committed'): Column<ListedReview> => ({
    key: stage,
    title: t(`cycle.column.${stage}`),
    width: '142px',
    cell: (review) => <DueAt review={review} stage={stage} />,
  })
  const columns: Column<ListedReview>[] = [
    {
      key: 'period',
      title: t('cycle.column.period'),
      isMain: true,
      cell: ({ id, period, title }) => (
        <>
          <Link to="/review/$reviewId" params={{ reviewId: id }}>
            {formatPeriod(locale, period)}
          </Link>
          <span className="cycle-title">{title}</span>
        </>
      ),
    },
    {
      key: 'stage',
      title: t('cycle.column.stage'),
      width: '120px',
      cell: ({ stage }) => <StageWord stage={stage} />,
    },
    due('frozen'),
    {
      key: 'held',
      title: t('cycle.column.held'),
      width: '142px',
      cell: ({ heldAt }) => <span className="figure">{formatInstant(heldAt)}</span>,
    },
    due('committed'),
    {
      key: 'speakers',
      title: t('cycle.column.speakers'),
      align: 'right',
      width: '84px',
      cell: ({ speakers }) => speakers || <span className="soft">0</span>,
    },
    {
      key: 'lines',
      title: t('cycle.column.lines'),
      align: 'right',
      width: '84px',
      cell: (review) => <Counted review={review} of="lines" />,
    },
    {
      key: 'stale',
      title: t('cycle.column.stale'),
      align: 'right',
      width: '84px',
      cell: (review) => <Counted review={review} of="stale" />,
    },
    {
      key: 'book',
      title: t('cycle.column.book'),
      align: 'right',
      width: '84px',
      cell: ({ book }) =>
        book ? t('cycle.book-number', { number: book.number }) : <span className="soft">—</span>,
    },
  ]
  return <DataTable caption={t('cycle.title')} columns={columns} rows={reviews} rowKey={({ id }) => id} />
}

/** A date still to come is plain, one behind the review is soft. */
function DueAt({ review, stage }: { review: ListedReview; stage: Stage }) {
  const { t } = useWords()
  const mark = review.stages.find((each) => each.stage === stage)
  if (!mark?.dueAt) return <span className="soft">—</span>
  const isPast = mark.enteredAt !== null
  return (
    <>
      <span className={isPast ? 'figure soft' : 'figure'}>{formatDue(mark.dueAt)}</span>
      {mark.isLate && (
        <strong className="stage-late"> {t(isPast ? 'cycle.was-late' : 'cycle.is-late')}</strong>
      )}
    </>
  )
}

/** Lines of the sheets together; what is stale matters until the meeting is held. */
function Counted({ review, of }: { review: ListedReview; of: 'lines' | 'stale' }) {
  const { data } = useSheetSummaries(review.id)
  const isPast = review.stage !== 'collecting' && review.stage !== 'frozen'
  if (!data || (of === 'stale' && isPast)) return <span className="soft">—</span>
  const count = data.sheets.reduce(
    (sum, sheet) =>
      sum + (of === 'stale' ? sheet.stale : sheet.strengths + sheet.shortfalls + sheet.followUps),
    0,
  )
  if (of === 'stale' && count > 0) return <strong className="stale-count">▲ {count}</strong>
  return count || <span className="soft">0</span>
}

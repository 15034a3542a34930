import type { FollowedReview } from '../../../api/review-over-time.ts'
import { formatShare } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { FATES } from '../fate-word.tsx'
import { reviewName } from '../review-name.ts'
import { CountLink } from './count-link.tsx'

/** Review by review, the latest first: what became of its shortfalls by the next one. */
export function FatesTable({ reviews }: { reviews: readonly FollowedReview[] }) {
  const { t, locale } = useWords()
  const fateName = (fate: (typeof FATES)[number]) =>
    fate === 'followed' || fate === 'forgotten' || fate === 'too-early'
      ? t(`time.fate.${fate}`)
      : t(`cycle.outcome.${fate}`)
  const columns: Column<FollowedReview>[] = [
    {
      key: 'review',
      title: t('time.column.review'),
      isMain: true,
      cell: (one) => reviewName(locale, one),
    },
    {
      key: 'next',
      title: t('time.column.next'),
      width: '120px',
      cell: ({ next }) => <span className="figure soft">{next?.at ?? t('time.no-next')}</span>,
    },
    {
      key: 'told',
      title: t('time.column.told'),
      align: 'right',
      width: '76px',
      cell: ({ shortfalls }) => shortfalls.length,
    },
    ...FATES.map(
      (fate): Column<FollowedReview> => ({
        key: fate,
        title: fateName(fate),
        align: 'right',
        width: '88px',
        cell: ({ fates, review }) => (
          <CountLink count={fates[fate] ?? 0} list={review} fate={fate} name={fateName(fate)} />
        ),
      }),
    ),
    {
      key: 'share',
      title: t('time.column.share'),
      align: 'right',
      width: '128px',
      cell: ({ resolved, review }) =>
        resolved.denominator === 0 ? (
          <span className="soft">—</span>
        ) : (
          <>
            {formatShare(resolved.numerator, resolved.denominator)}{' '}
            <span className="soft">
              (
              <CountLink
                count={resolved.numerator}
                list={review}
                fate="resolved"
                name={t('cycle.outcome.resolved')}
              />
              /<CountLink count={resolved.denominator} list={review} name={t('time.judged')} />)
            </span>
          </>
        ),
    },
  ]
  return (
    <DataTable
      caption={t('time.fates')}
      columns={columns}
      rows={reviews.toReversed()}
      rowKey={({ review }) => review}
    />
  )
}

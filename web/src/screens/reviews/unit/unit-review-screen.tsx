import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo } from 'react'
import type { UnitReview } from '../../../api/model.ts'
import { useUnitReview } from '../../../api/reviews.ts'
import { useUnitIndex } from '../../../api/units.ts'
import { PermittedScreen } from '../../../app/permitted-screen.tsx'
import { formatInstant, formatPeriod } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { StateNote } from '../../../ui/state-note.tsx'
import { ItemsLine } from './items-line.tsx'
import { PeriodSection } from './period-section.tsx'
import { Recurrences } from './recurrences.tsx'
import './unit-review.css'

/** One page about one unit: what came back, strengths and shortfalls by review; prints as a clean A4 sheet. */
export function UnitReviewScreen() {
  return (
    <PermittedScreen permission="reviews.read">
      <Review />
    </PermittedScreen>
  )
}

function Review() {
  const { unitId } = useParams({ from: '/house/reviews/$unitId' })
  const { data, error, refetch } = useUnitReview(unitId)
  if (error) return <ErrorNote error={error} onRetry={refetch} />
  if (!data) return <LoadingLines lines={14} />
  return <Sheet review={data as unknown as UnitReview} />
}

function Sheet({ review }: { review: UnitReview }) {
  const words = useWords()
  const { t, locale } = words
  const { nameOf } = useUnitIndex()
  const context = useMemo(() => ({ words, nameOf }), [words, nameOf])
  const unit = nameOf(review.unitId) ?? t('unit.unknown')
  const latest = review.periods[0]?.report.period
  const cameBack = new Set(
    review.recurrences.filter(({ verdict }) => verdict === 'confirmed').map(({ later }) => later.id),
  )
  return (
    <article className="sheet">
      <PageHead
        title={t('review.sheet', { unit })}
        note={
          latest && t('review.as-of', { period: formatPeriod(locale, latest), count: review.periods.length })
        }
        actions={<Button onClick={() => window.print()}>{t('app.print')}</Button>}
      />
      {review.periods.length === 0 ? (
        <StateNote title={t('review.empty')}>{t('review.empty-way')}</StateNote>
      ) : (
        <>
          <ItemsLine items={review.items} unitId={review.unitId} />
          <Recurrences recurrences={review.recurrences} />
          {review.periods.map((period) => (
            <PeriodSection key={period.report.id} period={period} cameBack={cameBack} context={context} />
          ))}
          <footer className="sheet-foot">
            {t('review.printed', { when: formatInstant(new Date().toISOString()) })}
          </footer>
        </>
      )}
    </article>
  )
}

import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReviewDetail } from '../../../api/review-model.ts'
import { useRefusalReason } from '../../../app/permitted-screen.tsx'
import { formatInstant, formatPeriod } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { GatedButton } from '../../../ui/gated-button.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { DocumentsMenu } from '../parts/documents-menu.tsx'
import { AgendaPanel } from './agenda/agenda-panel.tsx'
import { BookPanel } from './book-panel.tsx'
import { ChangeReviewDrawer } from './change-review-drawer.tsx'
import { NextStage } from './next-stage.tsx'
import './review-page.css'
import { StageSteps } from './stage-steps.tsx'

/** Head and stages, what is missing for the next one, and below them the agenda with the sheets of its speakers. */
export function ReviewPage({ review }: { review: ReviewDetail }) {
  const { t, locale } = useWords()
  const navigate = useNavigate()
  const [isChanging, setChanging] = useState(false)
  const refusal = useRefusalReason()('reviews.prepare')
  // Once frozen only the time of the meeting can still be changed.
  const mayMove = refusal === undefined && review.stage === 'frozen'
  const isHeld = review.stage !== 'collecting' && review.stage !== 'frozen'
  const reason = refusal ?? (review.stage === 'collecting' ? undefined : t('cycle.frozen-stays'))
  return (
    <article className="review-page">
      <PageHead
        title={review.title}
        note={
          <span className="review-facts figure">
            <span>{formatPeriod(locale, review.period)}</span>
            <span>{t('cycle.held-at', { at: formatInstant(review.heldAt) })}</span>
            <span>{t('cycle.cut-on', { day: review.cutOn })}</span>
          </span>
        }
        actions={
          <>
            <GatedButton reason={mayMove ? undefined : reason} onClick={() => setChanging(true)}>
              {t('cycle.change')}
            </GatedButton>
            {!review.book && (
              <Button
                onClick={() => navigate({ to: '/review/$reviewId/book', params: { reviewId: review.id } })}
              >
                {t('cycle.preview-book')}
              </Button>
            )}
            {review.book && (
              <Button
                onClick={() => navigate({ to: '/review/$reviewId/day', params: { reviewId: review.id } })}
              >
                {t('day.open')}
              </Button>
            )}
            {isHeld && (
              <Button
                onClick={() =>
                  navigate({ to: '/review/$reviewId/after', params: { reviewId: review.id }, search: {} })
                }
              >
                {t('after.open')}
              </Button>
            )}
            <DocumentsMenu reviewId={review.id} />
            <Button onClick={() => window.print()}>{t('app.print')}</Button>
          </>
        }
      />
      <StageSteps stages={review.stages} current={review.stage} />
      <NextStage review={review} />
      <BookPanel review={review} />
      <AgendaPanel review={review} reason={reason} />
      {isChanging && <ChangeReviewDrawer review={review} onClose={() => setChanging(false)} />}
    </article>
  )
}

import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { Comparison } from '../../api/review-after.ts'
import type { ReviewDetail } from '../../api/review-model.ts'
import { formatInstant, formatPeriod } from '../../i18n/format.ts'
import { useWords } from '../../i18n/use-words.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { StateNote } from '../../ui/state-note.tsx'
import { DocumentsMenu } from '../review/parts/documents-menu.tsx'
import { StageWord } from '../review/parts/stage-word.tsx'
import './after.css'
import { CompareSection } from './compare/compare-section.tsx'
import { MemoSection } from './memo/memo-section.tsx'
import { ReportBand } from './report/report-band.tsx'

interface AfterPageProps {
  review: ReviewDetail
  comparison: Comparison
}

/** Three steps below each other: the report, the comparison, the memo. */
export function AfterPage({ review, comparison }: AfterPageProps) {
  const { t, locale } = useWords()
  const isHeld = review.stage !== 'collecting' && review.stage !== 'frozen'
  const toReview = (
    <Link to="/review/$reviewId" params={{ reviewId: review.id }}>
      {t('cycle.to-review')}
    </Link>
  )
  return (
    <article className="after">
      <PageHead
        title={t('after.title', { title: review.title })}
        note={
          <span className="after-facts figure">
            <span>{formatPeriod(locale, review.period)}</span>
            <span>{t('cycle.held-at', { at: formatInstant(review.heldAt) })}</span>
            <StageWord stage={review.stage} />
          </span>
        }
        actions={
          <>
            {toReview}
            {isHeld && <DocumentsMenu reviewId={review.id} />}
            <Button onClick={() => window.print()}>{t('app.print')}</Button>
          </>
        }
      />
      {isHeld ? (
        <>
          <ReportBand reviewId={review.id} period={review.period} comparison={comparison} />
          {comparison.report && <CompareSection reviewId={review.id} comparison={comparison} />}
          <MemoSection reviewId={review.id} />
        </>
      ) : (
        <StateNote title={t('after.not-held')} action={toReview}>
          {t('after.not-held-way')}
        </StateNote>
      )}
    </article>
  )
}

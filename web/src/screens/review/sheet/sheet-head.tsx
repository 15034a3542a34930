import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import type { ReviewDetail, Sheet } from '../../../api/review-model.ts'
import { useSheetSteps } from '../../../api/review-sheets.ts'
import { useUnitIndex } from '../../../api/units.ts'
import { formatInstant, formatPeriod } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { GatedButton } from '../../../ui/gated-button.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'
import { DocumentsMenu } from '../parts/documents-menu.tsx'
import { StageWord } from '../parts/stage-word.tsx'

interface SheetHeadProps {
  review: ReviewDetail
  sheet: Sheet
  mayEdit: boolean
  /** Why this person may not prepare, if so. */
  refusal: string | undefined
  openHelp: () => void
}

/** Whose sheet of which review, what it holds, and what can be done to it as a whole. */
export function SheetHead({ review, sheet, mayEdit, refusal, openHelp }: SheetHeadProps) {
  const { t, locale } = useWords()
  const { nameOf } = useUnitIndex()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const { draft, mark } = useSheetSteps(review.id, sheet.unitId)
  const unit = nameOf(sheet.unitId) ?? t('unit.unknown')
  const onError = (error: Error) => message.error(sentence(error))
  const draftAgain = () =>
    draft.mutate(undefined, {
      onSuccess: ({ added, renewed, stale }) =>
        message.success(t('cycle.drafted', { added, renewed, stale })),
      onError,
    })
  const reason = refusal ?? (mayEdit ? undefined : t('cycle.frozen-stays'))
  const { strengths, shortfalls, followUps, leftOut, worded, stale } = sheet
  return (
    <>
      <PageHead
        title={t('cycle.sheet-of', { unit })}
        note={
          <span className="sheet-note figure">
            <Link to="/review/$reviewId" params={{ reviewId: review.id }}>
              {t('cycle.review-of', { period: formatPeriod(locale, review.period) })}
            </Link>
            <StageWord stage={review.stage} />
            <span>{t('cycle.sheet-counts', { strengths, shortfalls, followUps })}</span>
            <span className="no-print">{t('cycle.sheet-work', { worded, leftOut })}</span>
            {stale > 0 && (
              <strong className="stale-count">▲ {t('cycle.sheet-stale', { count: stale })}</strong>
            )}
            {sheet.doneAt && (
              <span className="sheet-done">
                ✓ {t('cycle.done-by', { who: sheet.doneBy ?? '', when: formatInstant(sheet.doneAt) })}
              </span>
            )}
          </span>
        }
        actions={
          <>
            {!refusal && (
              <>
                <GatedButton reason={reason} loading={draft.isPending} onClick={draftAgain}>
                  {t('cycle.draft-again')}
                </GatedButton>
                <GatedButton
                  reason={reason}
                  type={sheet.doneAt ? 'default' : 'primary'}
                  loading={mark.isPending}
                  onClick={() => mark.mutate(sheet.doneAt === null, { onError })}
                >
                  {t(sheet.doneAt ? 'cycle.take-up-again' : 'cycle.mark-done')}
                </GatedButton>
              </>
            )}
            <DocumentsMenu reviewId={review.id} unitId={sheet.unitId} />
            <Button onClick={() => window.print()}>{t('app.print')}</Button>
            <Button className="sheet-keys" onClick={openHelp} aria-label={t('app.keys-help')}>
              ?
            </Button>
          </>
        }
      />
      {refusal ? (
        <p className="sheet-read-only no-print soft">{t('cycle.read-only')}</p>
      ) : (
        !mayEdit && (
          <p className="sheet-read-only no-print">
            {t('cycle.frozen-read-only', { number: review.book?.number ?? '' })}
          </p>
        )
      )}
    </>
  )
}

import { App, Button } from 'antd'
import { useAfterSteps, useMemoOfReview } from '../../../api/review-after.ts'
import { useRefusalReason } from '../../../app/permitted-screen.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'
import { MemoTable } from './memo-table.tsx'

/** What was promised on the day and told in the report: into the ledger with one button, out as a document. */
export function MemoSection({ reviewId }: { reviewId: string }) {
  const { t } = useWords()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const reason = useRefusalReason()('reviews.hold')
  const { data: memo, error, refetch } = useMemoOfReview(reviewId, { isEnabled: !reason })
  const { enter } = useAfterSteps(reviewId)
  const file = (format: string) =>
    `/api/reviews/cycles/${reviewId}/documents/commitments-memo?format=${format}`
  const send = () =>
    enter.mutate(undefined, {
      onSuccess: ({ entered, known }) => message.success(t('after.entered', { entered, known })),
      onError: (fault) => message.error(sentence(fault)),
    })
  return (
    <section className="after-part" aria-labelledby="after-memo">
      <header>
        <h2 id="after-memo">{t('after.memo')}</h2>
        {memo && (
          <span className="soft figure">
            {t('after.memo-counts', { count: memo.entries.length, due: memo.dueOn })}
          </span>
        )}
        {memo && memo.entries.length > 0 && (
          <span className="after-tools no-print">
            {memo.withoutItem === 0 && <span className="report-decided">✓ {t('after.all-entered')}</span>}
            <Button
              type={memo.withoutItem > 0 ? 'primary' : 'default'}
              size="small"
              loading={enter.isPending}
              onClick={send}
            >
              {memo.withoutItem > 0 ? t('after.enter', { count: memo.withoutItem }) : t('after.enter-again')}
            </Button>
            <Button size="small" href={file('docx')} download>
              {t('after.memo-word')}
            </Button>
            <Button size="small" href={file('html')} target="_blank" rel="noreferrer">
              {t('after.memo-print')}
            </Button>
          </span>
        )}
      </header>
      {enter.data && (
        <p className="after-note" role="status">
          {t('after.entered', { entered: enter.data.entered, known: enter.data.known })}
        </p>
      )}
      {reason ? (
        <p className="soft after-note">{t('after.memo-for-office')}</p>
      ) : error ? (
        <ErrorNote error={error} onRetry={refetch} />
      ) : !memo ? (
        <LoadingLines lines={4} />
      ) : memo.entries.length === 0 ? (
        <p className="soft after-note">{t('after.memo-empty')}</p>
      ) : (
        <MemoTable entries={memo.entries} />
      )}
    </section>
  )
}

import { Alert, App, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { useCycleSteps } from '../../../api/review-cycles.ts'
import type { ReviewDetail } from '../../../api/review-model.ts'
import { useSheetSummaries } from '../../../api/review-sheets.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'

/** Says what freezing means and what stands in the book, asks about stale lines, and shows number and hash afterwards. */
export function FreezeDialog({ review, onClose }: { review: ReviewDetail; onClose: () => void }) {
  const { t } = useWords()
  const { modal } = App.useApp()
  const sentence = useProblemSentence()
  const { enter } = useCycleSteps(review.id)
  const { data } = useSheetSummaries(review.id)
  const [withStale, setWithStale] = useState(false)
  const sum = (count: (sheet: NonNullable<typeof data>['sheets'][number]) => number) =>
    (data?.sheets ?? []).reduce((all, sheet) => all + count(sheet), 0)
  const stale = sum((sheet) => sheet.stale)
  const leftOut = sum((sheet) => sheet.leftOut)
  const lines = sum((sheet) => sheet.strengths + sheet.shortfalls + sheet.followUps) - leftOut
  const freeze = () =>
    enter.mutate(
      { to: 'frozen', version: review.version, withStale },
      {
        onSuccess: ({ book }) => {
          onClose()
          if (book) {
            modal.success({
              title: t('cycle.frozen-as', { number: book.number }),
              content: (
                <>
                  <p>{t('cycle.frozen-hash')}</p>
                  <code className="book-hash">{book.contentHash}</code>
                </>
              ),
              okText: t('app.close'),
            })
          }
        },
      },
    )
  return (
    <Modal
      open
      title={t('cycle.enter.frozen')}
      okText={t('cycle.enter.frozen')}
      okButtonProps={{ loading: enter.isPending, disabled: stale > 0 && !withStale }}
      onOk={freeze}
      onCancel={onClose}
      width={560}
    >
      <ul className="freeze-means">
        <li>{t('cycle.freeze-numbered')}</li>
        <li>{t('cycle.freeze-stays')}</li>
        <li>{t('cycle.freeze-corrections')}</li>
      </ul>
      <p className="freeze-counts figure">
        {t('cycle.freeze-counts', { speakers: review.speakers, lines, leftOut })}
      </p>
      {stale > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('cycle.freeze-stale', { count: stale })}
          description={
            <Checkbox checked={withStale} onChange={({ target }) => setWithStale(target.checked)}>
              {t('cycle.freeze-with-stale')}
            </Checkbox>
          }
        />
      )}
      {enter.error && <Alert type="error" role="alert" title={sentence(enter.error)} />}
    </Modal>
  )
}

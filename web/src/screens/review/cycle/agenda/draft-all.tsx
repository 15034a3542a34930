import { App } from 'antd'
import type { ReviewDetail } from '../../../../api/review-model.ts'
import { useDraftAll } from '../../../../api/review-sheets.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { GatedButton } from '../../../../ui/gated-button.tsx'
import { useProblemSentence } from '../../../../ui/use-problem-sentence.ts'

/** Drafts the sheets of all speakers from the data, or again; the office's words stay. */
export function DraftAll({ review, reason }: { review: ReviewDetail; reason: string | undefined }) {
  const { t } = useWords()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const draftAll = useDraftAll(review.id)
  const start = () =>
    draftAll.mutate(
      review.speakingOrder.map(({ unitId }) => unitId),
      {
        onSuccess: ({ added, renewed, stale }) =>
          message.success(t('cycle.drafted', { added, renewed, stale })),
        onError: (error) => message.error(sentence(error)),
      },
    )
  return (
    <GatedButton size="small" reason={reason} loading={draftAll.isPending} onClick={start}>
      {t('cycle.draft-all')}
    </GatedButton>
  )
}

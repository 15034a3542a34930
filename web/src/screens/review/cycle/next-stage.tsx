import { App } from 'antd'
import { useState } from 'react'
import { useCycleSteps } from '../../../api/review-cycles.ts'
import type { ReviewDetail, Stage } from '../../../api/review-model.ts'
import { useRefusalReason } from '../../../app/permitted-screen.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { GatedButton } from '../../../ui/gated-button.tsx'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'
import { FreezeDialog } from './freeze-dialog.tsx'

/** Stale lines may be frozen as they stand; everything else has to be put right first. */
export const isOnlyStale = ({ next }: ReviewDetail): boolean =>
  next?.to === 'frozen' && next.refusals.every(({ code }) => code === 'reviews.stage-stale-lines')

/** What comes next, and what is missing for it, each in a sentence. */
export function NextStage({ review }: { review: ReviewDetail }) {
  const { t } = useWords()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const [isFreezing, setFreezing] = useState(false)
  const { enter } = useCycleSteps(review.id)
  const refusal = useRefusalReason()
  const { next } = review
  if (!next) {
    return review.stage === 'closed' ? <p className="next-stage soft">{t('cycle.is-closed')}</p> : null
  }
  // The first stage is never entered: a review begins with it.
  const to = next.to as Exclude<Stage, 'collecting'>
  const mayAsk = next.isAllowed || isOnlyStale(review)
  const reason = refusal('reviews.prepare') ?? (mayAsk ? undefined : t('cycle.next-missing'))
  const goOn = () =>
    enter.mutate(
      { to, version: review.version, withStale: false },
      {
        onSuccess: () => message.success(t(`cycle.entered.${to}`)),
        onError: (error) => message.error(sentence(error)),
      },
    )
  return (
    <section className="next-stage" aria-label={t('cycle.next')}>
      <div className="next-stage-words">
        <strong>{t(`cycle.next.${to}`)}</strong>
        {next.refusals.length > 0 ? (
          <ul>
            {next.refusals.map((each) => (
              <li key={each.sentence}>{each.sentence}</li>
            ))}
          </ul>
        ) : (
          <p className="soft">{t('cycle.nothing-missing')}</p>
        )}
      </div>
      <GatedButton
        className="no-print"
        type={next.isAllowed ? 'primary' : 'default'}
        reason={reason}
        loading={enter.isPending}
        onClick={() => (to === 'frozen' ? setFreezing(true) : goOn())}
      >
        {t(`cycle.enter.${to}`)}
      </GatedButton>
      {isFreezing && <FreezeDialog review={review} onClose={() => setFreezing(false)} />}
    </section>
  )
}

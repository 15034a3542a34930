import { App } from 'antd'
import { useState } from 'react'
import type { SuggestedPair } from '../../../api/matters.ts'
import { useRefreshReviews } from '../../../api/review-cycles.ts'
import { useDecideRecurrence } from '../../../api/reviews.ts'
import { useUnitIndex } from '../../../api/units.ts'
import { useRefusalReason } from '../../../app/permitted-screen.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { GatedButton } from '../../../ui/gated-button.tsx'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'
import { useShortcuts } from '../../../ui/use-shortcuts.ts'
import { PartWords } from '../part-words.tsx'

const keyOf = ({ earlier, later }: SuggestedPair) => `${earlier.id}.${later.id}`

/** Pairs that may be one matter, the likeliest first, for a person to say; by keyboard j k a x. */
export function Suggestions({ pairs }: { pairs: readonly SuggestedPair[] }) {
  const { t } = useWords()
  const { nameOf } = useUnitIndex()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const refresh = useRefreshReviews()
  const refusal = useRefusalReason()
  const decide = useDecideRecurrence()
  const [activeKey, setActive] = useState<string | null>(null)
  const at = pairs.findIndex((pair) => keyOf(pair) === activeKey)
  const step = (by: number) => {
    const next = at < 0 ? pairs[0] : pairs[Math.max(0, Math.min(pairs.length - 1, at + by))]
    if (!next) return
    setActive(keyOf(next))
    document.querySelector(`[data-pair="${keyOf(next)}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  const say = async ({ earlier, later, unitId }: SuggestedPair, verdict: 'confirmed' | 'dismissed') => {
    if (refusal('reviews.decide', [unitId])) return
    // Awaited one by one: callbacks of `mutate` are called for the last one only.
    try {
      await decide.mutateAsync({ earlierId: earlier.id, laterId: later.id, verdict })
      message.success(t(`review.${verdict}`))
    } catch (error) {
      message.error(sentence(error))
    }
    refresh()
  }
  const sayActive = (verdict: 'confirmed' | 'dismissed') => {
    const pair = pairs[at]
    if (!pair) return
    say(pair, verdict)
    step(1)
  }
  useShortcuts({
    j: () => step(1),
    k: () => step(-1),
    a: () => sayActive('confirmed'),
    x: () => sayActive('dismissed'),
  })
  if (pairs.length === 0) return null
  return (
    <section className="matter-suggestions no-print" aria-labelledby="matter-suggestions">
      <header>
        <h2 id="matter-suggestions">
          {t('matter.suggestions')} <span className="figure soft">{pairs.length}</span>
        </h2>
        <span className="soft matter-keys">{t('matter.suggestions-note')}</span>
      </header>
      <ul>
        {pairs.map((pair) => {
          const reason = refusal('reviews.decide', [pair.unitId])
          return (
            <li
              key={keyOf(pair)}
              data-pair={keyOf(pair)}
              aria-current={keyOf(pair) === activeKey ? 'true' : undefined}
              className="matter-pair"
            >
              <PartWords part={pair.earlier} />
              <PartWords part={pair.later} />
              <div className="matter-pair-foot">
                <strong>{nameOf(pair.unitId)}</strong>
                <span className="soft">
                  {t('review.likeness', { percent: Math.round(pair.likeness * 100) })}
                  {pair.sharedWords.length > 0 &&
                    ` · ${t('review.shared', { words: pair.sharedWords.join(t('app.list-separator')) })}`}
                </span>
                <span className="matter-buttons">
                  <GatedButton size="small" reason={reason} onClick={() => say(pair, 'confirmed')}>
                    {t('review.confirm')}
                  </GatedButton>
                  <GatedButton
                    size="small"
                    type="text"
                    reason={reason}
                    onClick={() => say(pair, 'dismissed')}
                  >
                    {t('review.dismiss')}
                  </GatedButton>
                </span>
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

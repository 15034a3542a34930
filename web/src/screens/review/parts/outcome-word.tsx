import type { Outcome } from '../../../api/review-model.ts'
import { useWords } from '../../../i18n/use-words.ts'
import './outcome-word.css'

export const OUTCOMES = ['resolved', 'improving', 'unchanged', 'came-back'] as const

/** Tick, rising line, level line, arrow that turns back; drawn on 16 × 16. */
const SHAPES: Readonly<Record<Outcome, string>> = {
  resolved: 'M2.5 8.5 6.5 12.5 13.5 4',
  improving: 'M2.5 12.5 7 8l2.5 2.5L13.5 4M9.5 4h4v4',
  unchanged: 'M2.5 6h11M2.5 10.5h11',
  'came-back': 'M3.5 8A5 5 0 1 1 5 11.8M2 9.5 3.6 7.4l2.2 1.5',
}

/** What became of a shortfall of last time: shape, word and colour. */
export function OutcomeWord({ outcome }: { outcome: Outcome }) {
  const { t } = useWords()
  return (
    <span className={`outcome is-${outcome}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={SHAPES[outcome]} />
      </svg>
      {t(`cycle.outcome.${outcome}`)}
    </span>
  )
}

import type { Fate } from '../../api/review-over-time.ts'
import { useWords } from '../../i18n/use-words.ts'
import { OutcomeWord } from '../review/parts/outcome-word.tsx'

/** In the order of the table: best first, what nobody followed last. */
export const FATES = [
  'resolved',
  'improving',
  'unchanged',
  'came-back',
  'followed',
  'forgotten',
  'too-early',
] as const satisfies readonly Fate[]

/** Two bars going on, an empty box, an hourglass; the other four are outcomes. Drawn on 16 × 16. */
const SHAPES = {
  followed: 'M2 8h11M9.5 4.5 13 8l-3.5 3.5',
  forgotten: 'M3 3h10v10H3zM3 13 13 3',
  'too-early': 'M4 2.5h8L4 13.5h8z',
} as const

/** What became of a shortfall by the next review: shape, word and colour. */
export function FateWord({ fate }: { fate: Fate }) {
  const { t } = useWords()
  if (fate !== 'followed' && fate !== 'forgotten' && fate !== 'too-early')
    return <OutcomeWord outcome={fate} />
  return (
    <span className={`outcome is-${fate}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={SHAPES[fate]} />
      </svg>
      {t(`time.fate.${fate}`)}
    </span>
  )
}

import type { Stage } from '../../../api/review-model.ts'
import { useWords } from '../../../i18n/use-words.ts'
import './stage-word.css'

/** In their order; each follows the one before it. */
export const STAGES = [
  'collecting',
  'frozen',
  'held',
  'committed',
  'follow-up',
  'closed',
] as const satisfies readonly Stage[]

/** Drawn on 16 × 16; a stage is told by its shape alone, in grey and on paper. */
const SHAPES: Readonly<Record<Stage, string>> = {
  collecting: 'M3 13l1-3.5 7-7 2.5 2.5-7 7zM9.5 4l2.5 2.5',
  frozen: 'M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  held: 'M4 14V2.5M4 3h8l-2 2.5L12 8H4',
  committed: 'M2 4h12v8.5H2zM2 4.5l6 4.5 6-4.5',
  'follow-up': 'M13 8a5 5 0 1 1-1.6-3.7M13.5 2v3h-3',
  closed: 'M2.5 2.5h11v11h-11zM5 8.2l2.2 2.3L11 5.8',
}

/** Where a review stands: shape and word. */
export function StageWord({ stage }: { stage: Stage }) {
  const { t } = useWords()
  return (
    <span className={`stage-word is-${stage}`}>
      <StageShape stage={stage} />
      {t(`cycle.stage.${stage}`)}
    </span>
  )
}

export function StageShape({ stage }: { stage: Stage }) {
  return (
    <svg className="stage-shape" viewBox="0 0 16 16" aria-hidden="true">
      <path d={SHAPES[stage]} />
    </svg>
  )
}

import { useWords } from '../../i18n/use-words.ts'

interface ConfidenceProps {
  /** 0–1, of the proposal. */
  confidence: number
  /** A person chose something else. */
  isChosen: boolean
  /** Nothing is proposed. */
  isNone: boolean
}

const MARKS = { chosen: '✎', none: '–', sure: '●', likely: '◐', guess: '○' } as const

/** How sure the proposal is, by word and shape; what a person chose instead is their own. */
export function Confidence({ confidence, isChosen, isNone }: ConfidenceProps) {
  const { t } = useWords()
  const proposed = confidence >= 0.9 ? 'sure' : confidence >= 0.6 ? 'likely' : 'guess'
  const level = isChosen ? 'chosen' : isNone ? 'none' : proposed
  return (
    <span className={`sheet-confidence is-${level}`}>
      <span aria-hidden="true">{MARKS[level]}</span> {t(`import.confidence.${level}`)}
    </span>
  )
}

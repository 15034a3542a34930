import type { CheckFinding } from '../../api/figure-check.ts'
import { useWords } from '../../i18n/use-words.ts'

/** Told by shape in grey and on paper: a filled square, a triangle, an open circle. */
const SHAPES = {
  error: 'M2 2h12v12H2z',
  warning: 'M8 1.5 15 14H1z',
  note: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z',
} as const

/** How grave a finding is, by shape, word and colour. */
export function SeverityTag({ severity }: { severity: CheckFinding['severity'] }) {
  const { t } = useWords()
  return (
    <span className={`severity is-${severity}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={SHAPES[severity]} />
      </svg>
      {t(`check.severity.${severity}`)}
    </span>
  )
}

import type { ClaimVerdict } from '../../../api/claims.ts'
import { useWords } from '../../../i18n/use-words.ts'

const MARKS = { confirmed: '✓', contradicted: '✕', unknown: '?', unchecked: '○' } as const

/** Whether a claim holds, by shape, word and colour. */
export function VerdictWord({ verdict }: { verdict: ClaimVerdict | null }) {
  const { t } = useWords()
  const stand = verdict ?? 'unchecked'
  return (
    <span className={`verdict is-${stand}`}>
      <span aria-hidden="true">{MARKS[stand]}</span> {t(`claim.verdict.${stand}`)}
    </span>
  )
}

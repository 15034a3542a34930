import type { Correction } from '../../../../api/review-model.ts'
import { formatInstant } from '../../../../i18n/format.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { OutcomeWord } from '../../parts/outcome-word.tsx'

interface CorrectionListProps {
  corrections: readonly Correction[]
  /** What stood there before the first words. */
  draft?: string
}

/** Corrections in their order: what stood there, what stands there now, why and by whom. */
export function CorrectionList({ corrections, draft }: CorrectionListProps) {
  const { t } = useWords()
  return (
    <ol className="corrections">
      {corrections.map(({ seq, before, after, reason, correctedBy, correctedAt }) => (
        <li key={seq}>
          <strong>{t('cycle.correction', { number: seq })}</strong>{' '}
          <span className="soft">
            {t('cycle.changed-by', { who: correctedBy, when: formatInstant(correctedAt) })}
          </span>
          {after.words !== undefined && (
            <p>
              <del>{before.words ?? draft}</del> <ins>{after.words}</ins>
            </p>
          )}
          {after.outcome && (
            <p>
              {before.outcome && <OutcomeWord outcome={before.outcome} />}
              {' → '}
              <OutcomeWord outcome={after.outcome} />
            </p>
          )}
          {after.included !== undefined && (
            <p>{t(after.included ? 'cycle.correction-in' : 'cycle.correction-out')}</p>
          )}
          <p>
            <span className="soft">{t('cycle.reason')}</span> {reason}
          </p>
        </li>
      ))}
    </ol>
  )
}

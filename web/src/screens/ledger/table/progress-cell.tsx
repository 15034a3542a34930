import type { Item } from '../../../api/model.ts'
import { useWords } from '../../../i18n/use-words.ts'
import './progress-cell.css'

/** Progress as a small bar with a tick where the plan expects it to be, and both numbers. */
export function ProgressCell({ item }: { item: Pick<Item, 'progress' | 'expected'> }) {
  const { t } = useWords()
  const { progress, expected } = item
  const isBehind = expected !== null && progress < expected
  return (
    <span className="progress-cell">
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect className="progress-ground" x="0" y="2.5" width="100" height="5" />
        <rect
          className={isBehind ? 'progress-behind' : 'progress-done'}
          x="0"
          y="2.5"
          width={progress}
          height="5"
        />
        {expected !== null && (
          <rect className="progress-tick" x={Math.min(expected, 98)} y="0" width="2" height="10" />
        )}
      </svg>
      <span className="figure">
        {percent(progress)}
        {expected !== null && (
          <span className="soft" title={t('ledger.expected', { percent: percent(expected) })}>
            {' '}
            / {percent(expected)}
          </span>
        )}
      </span>
    </span>
  )
}

function percent(value: number): string {
  return `${Math.round(value * 10) / 10}%`
}

import { formatShare } from '../i18n/format.ts'
import { useWords } from '../i18n/use-words.ts'
import './elapsed-bar.css'

interface ElapsedBarProps {
  label: string
  passed: number
  of: number
}

/** A share of time as a bar, always with its numerator and denominator (invariant 8). */
export function ElapsedBar({ label, passed, of }: ElapsedBarProps) {
  const { t } = useWords()
  return (
    <div className="elapsed">
      <span className="elapsed-label">{label}</span>
      <span className="elapsed-bar" aria-hidden="true">
        <span style={{ width: `${of === 0 ? 0 : (passed / of) * 100}%` }} />
      </span>
      <span className="figure">
        {t('home.days', { passed, of })} <span className="soft">({formatShare(passed, of)})</span>
      </span>
    </div>
  )
}

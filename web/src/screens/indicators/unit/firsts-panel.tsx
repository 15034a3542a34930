import { Link } from '@tanstack/react-router'
import type { UnitFirst, UnitPage } from '../../../api/measured-units.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import { useIndicatorWords } from '../parts/use-indicator-words.ts'

interface FirstsPanelProps {
  firsts: readonly UnitFirst[] | undefined
  error: unknown
  onRetry: () => void
  cohort: UnitPage['cohort']
}

/** Where it is first, the longest streak first. */
export function FirstsPanel({ firsts, error, onRetry, cohort }: FirstsPanelProps) {
  const { t } = useWords()
  const words = useIndicatorWords()
  return (
    <section className="indicator-panel unit-firsts" aria-labelledby="unit-firsts">
      <h2 id="unit-firsts">
        {t('unit-page.firsts', { cohort: words.named(cohort), count: firsts?.length ?? '…' })}
      </h2>
      {error && !firsts ? (
        <ErrorNote error={error} onRetry={onRetry} />
      ) : !firsts ? (
        <LoadingLines lines={2} />
      ) : firsts.length === 0 ? (
        <p className="soft">{t('unit-page.no-firsts')}</p>
      ) : (
        <ul>
          {firsts.map((first) => (
            <li key={first.code}>
              <Link to="/indicators/$code" params={{ code: first.code }} search={{ period: first.period }}>
                {words.named(first)}
              </Link>
              <strong>{words.streak(first.streak, { of: first.period, first: 1 })}</strong>
              <span className="soft">
                {words.period(first.period)}
                {first.streak.since &&
                  first.streak.length > 1 &&
                  ` · ${t('indicator.since', { period: words.period(first.streak.since) })}`}
                {first.sharedBy > 1 && ` · ${t('unit-page.shared', { count: first.sharedBy })}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

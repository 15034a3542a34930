import { Link } from '@tanstack/react-router'
import type { Home } from '../../api/model.ts'
import { formatPeriod } from '../../i18n/format.ts'
import { useWords } from '../../i18n/use-words.ts'
import { StateNote } from '../../ui/state-note.tsx'

/** What waits for me, most urgent first; each line opens one screen. */
export function WaitingPanel({ home }: { home: Home }) {
  const { t, locale } = useWords()
  const { latest } = home.reports
  return (
    <section className="panel" aria-labelledby="waiting">
      <h2 id="waiting">{t('home.waiting')}</h2>
      {home.reports.total === 0 ? (
        <StateNote title={t('home.no-report')} action={<Link to="/reports">{t('home.first-report')}</Link>}>
          {t('home.no-report-way')}
        </StateNote>
      ) : home.waiting.length === 0 ? (
        <StateNote title={t('home.waiting-none')}>{t('home.waiting-none-way')}</StateNote>
      ) : (
        <ul className="waiting">
          {home.waiting.map((line) => (
            <li key={`${line.kind}${line.href}`} className={`waiting-${line.kind}`}>
              <Link to={line.href}>
                <strong className="figure">{line.count}</strong>
                <span>{t(`home.waiting.${line.kind}`)}</span>
                <span aria-hidden="true">→</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {latest && (
        <p className="home-latest">
          <span className="soft">{t('home.latest')}</span>
          <Link to="/reports/$reportId" params={{ reportId: latest.id }}>
            {latest.title}
          </Link>
          {latest.period && <span className="soft">{formatPeriod(locale, latest.period)}</span>}
        </p>
      )}
    </section>
  )
}

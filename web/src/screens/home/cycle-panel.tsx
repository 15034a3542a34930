import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Home } from '../../api/model.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ElapsedBar } from '../../ui/elapsed-bar.tsx'
import { OpenLights } from './open-lights.tsx'

/** The quarter's clock beside what has been done in it; every share with what it is a share of. */
export function CyclePanel({ home }: { home: Home }) {
  const { t } = useWords()
  const { elapsed, reports, statements, items, recurrences } = home
  const total = statements.proposed + statements.accepted + statements.rejected
  return (
    <section className="panel" aria-labelledby="cycle">
      <h2 id="cycle">{t('home.progress')}</h2>
      <div className="home-clock">
        <ElapsedBar label={t('home.quarter-elapsed')} {...elapsed.quarter} />
        <ElapsedBar label={t('home.year-elapsed')} {...elapsed.year} />
      </div>
      <dl className="home-counts">
        <Line name={<Link to="/reports">{t('home.reports')}</Link>}>
          {t('home.reports-open', { open: reports.withOpenStatements, total: reports.total })}
        </Line>
        <Line name={<Link to="/reports">{t('home.statements')}</Link>}>
          {t('home.statements-decided', { decided: total - statements.proposed, total })}
        </Line>
        <Line name={<Link to="/ledger">{t('home.items')}</Link>}>
          <Link to="/ledger" search={{ isOverdue: true }} className="home-light">
            <span>{t('ledger.flag.isOverdue')}</span> {items.overdue} / {items.total}
          </Link>
          <Link to="/ledger" search={{ isDueSoon: true }} className="home-light">
            <span>{t('ledger.flag.isDueSoon')}</span> {items.dueSoon} / {items.total}
          </Link>
          <Link to="/ledger" search={{ isOpen: true, hasDue: false }} className="home-light">
            <span>{t('home.without-deadline')}</span> {items.withoutDeadline} / {items.total}
          </Link>
        </Line>
        <OpenLights />
        <Line name={<Link to="/reviews">{t('home.recurrences')}</Link>}>
          {t('home.recurrences-decided', {
            confirmed: recurrences.confirmed,
            total: recurrences.confirmed + recurrences.suggested,
          })}
        </Line>
      </dl>
    </section>
  )
}

function Line({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="figure">{children}</dd>
    </div>
  )
}

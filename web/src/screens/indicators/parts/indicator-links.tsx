import { Link } from '@tanstack/react-router'
import { useIsAllowed } from '../../../api/session.ts'
import { useWords } from '../../../i18n/use-words.ts'
import './indicator-links.css'

const LINKS = [
  { to: '/indicators/import', name: 'work.link.import', permission: 'indicators.import' },
  { to: '/indicators/entry', name: 'work.link.entry', permission: 'indicators.report' },
  { to: '/indicators/targets', name: 'work.link.targets', permission: 'indicators.read' },
  { to: '/indicators/leagues', name: 'composite.title', permission: 'indicators.read' },
  { to: '/indicators/vintages', name: 'work.link.vintages', permission: 'indicators.read' },
  { to: '/indicators/publications', name: 'work.link.publications', permission: 'indicators.read' },
  { to: '/indicators/positions', name: 'position.link', permission: 'indicators.read' },
  { to: '/indicators/claims', name: 'work.link.claims', permission: 'indicators.read' },
  { to: '/indicators/alerts', name: 'work.link.alerts', permission: 'indicators.read' },
] as const

/** The rooms where indicators are worked on, for those who may. */
export function IndicatorLinks() {
  const { t } = useWords()
  const isAllowed = useIsAllowed()
  return (
    <nav className="indicator-links no-print" aria-label={t('work.links')}>
      <ul>
        {LINKS.filter(({ permission }) => isAllowed(permission)).map(({ to, name }) => (
          <li key={to}>
            <Link to={to} search={{}}>
              {t(name)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

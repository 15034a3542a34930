import { Link } from '@tanstack/react-router'
import { useIsAllowed } from '../../../api/session.ts'
import { useWords } from '../../../i18n/use-words.ts'
import './review-links.css'

const LINKS = [
  { to: '/review', name: 'cycle.tab.cycles' },
  { to: '/review/matters', name: 'matter.title' },
  { to: '/review/over-time', name: 'time.title' },
  { to: '/reviews', name: 'cycle.tab.units' },
  { to: '/review/templates', name: 'template.title', permission: 'reviews.template' },
] as const

/** The pages of the room of reviews. */
export function ReviewLinks() {
  const { t } = useWords()
  const isAllowed = useIsAllowed()
  return (
    <nav className="review-links no-print" aria-label={t('cycle.tabs')}>
      <ul>
        {LINKS.filter((link) => !('permission' in link) || isAllowed(link.permission)).map(({ to, name }) => (
          <li key={to}>
            <Link to={to} search={{}} activeOptions={{ exact: true, includeSearch: false }}>
              {t(name)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

import { Link } from '@tanstack/react-router'
import { useWords } from '../../../i18n/use-words.ts'
import './review-links.css'

const LINKS = [
  { to: '/review', name: 'cycle.tab.cycles' },
  { to: '/reviews', name: 'cycle.tab.units' },
] as const

/** The pages of the room of reviews. */
export function ReviewLinks() {
  const { t } = useWords()
  return (
    <nav className="review-links no-print" aria-label={t('cycle.tabs')}>
      <ul>
        {LINKS.map(({ to, name }) => (
          <li key={to}>
            <Link to={to} activeOptions={{ exact: true }}>
              {t(name)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

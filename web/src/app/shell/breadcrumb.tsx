import { Link, useMatches } from '@tanstack/react-router'
import { useWords } from '../../i18n/use-words.ts'
import { ROOMS } from './rooms.ts'

/** Room, then page. */
export function Breadcrumb() {
  const { t } = useWords()
  const last = useMatches().at(-1)
  const room = ROOMS.find(({ to }) => to !== '/' && last?.pathname.startsWith(to))
  const crumb = last?.staticData.crumb
  return (
    <nav className="breadcrumb" aria-label={t('app.breadcrumb')}>
      <ol>
        <li>
          {room ? <Link to="/">{t('nav.home')}</Link> : <span aria-current="page">{t('nav.home')}</span>}
        </li>
        {room && (
          <li>
            {crumb ? (
              <Link to={room.to}>{t(room.name)}</Link>
            ) : (
              <span aria-current="page">{t(room.name)}</span>
            )}
          </li>
        )}
        {crumb && (
          <li>
            <span aria-current="page">{t(crumb)}</span>
          </li>
        )}
      </ol>
    </nav>
  )
}

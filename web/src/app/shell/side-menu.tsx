import { Link, useLocation } from '@tanstack/react-router'
import { useSession } from '../../api/session.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useRefusalReason } from '../permitted-screen.tsx'
import { ROOMS } from './rooms.ts'

/** The rooms of the house. A room that the role may not enter stays visible, disabled, with the reason. */
export function SideMenu({ onChoose }: { onChoose: () => void }) {
  const { t } = useWords()
  const { tenant } = useSession()
  const refusal = useRefusalReason()
  const { pathname } = useLocation()
  return (
    <aside className="side-menu no-print" id="side-menu">
      <div className="side-menu-name">
        <strong>{t('app.name')}</strong>
        <span>{tenant.name}</span>
      </div>
      <nav aria-label={t('app.menu')}>
        <ul>
          {ROOMS.map((room) => {
            const reason = room.permission && refusal(room.permission)
            return (
              <li key={room.to} className={room.isInner && 'is-inner'}>
                {reason ? (
                  <span className="is-closed" title={reason}>
                    <RoomIcon path={room.icon} />
                    {t(room.name)}
                    <span className="visually-hidden">({reason})</span>
                  </span>
                ) : (
                  <Link
                    to={room.to}
                    className={room.also && pathname.startsWith(room.also) ? 'active' : undefined}
                    activeOptions={{ exact: room.to === '/' }}
                    onClick={onChoose}
                  >
                    <RoomIcon path={room.icon} />
                    {t(room.name)}
                  </Link>
                )}
              </li>
            )
          })}
        </ul>
      </nav>
    </aside>
  )
}

function RoomIcon({ path }: { path: string }) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true">
      <path d={path} />
    </svg>
  )
}

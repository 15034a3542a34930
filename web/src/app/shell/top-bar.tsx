import { useNavigate } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import { useSession, useSignOut } from '../../api/session.ts'
import { useUnitIndex } from '../../api/units.ts'
import { useWords } from '../../i18n/use-words.ts'
import { InboxBell } from '../../screens/inbox/inbox-bell.tsx'
import { useRoleWords } from '../permitted-screen.tsx'
import { Breadcrumb } from './breadcrumb.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { TypeSwitch } from './type-switch.tsx'

/** Where I am, in which language, and as whom. */
export function TopBar({ isMenuOpen, onMenu }: { isMenuOpen: boolean; onMenu: () => void }) {
  const { t } = useWords()
  return (
    <header className="top-bar no-print">
      <Button
        className="top-bar-menu"
        type="text"
        aria-expanded={isMenuOpen}
        aria-controls="side-menu"
        onClick={onMenu}
      >
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M3 5h14M3 10h14M3 15h14" />
        </svg>
        <span className="visually-hidden">{t('app.menu')}</span>
      </Button>
      <Breadcrumb />
      <InboxBell />
      <TypeSwitch />
      <LanguageSwitch />
      <UserMenu />
    </header>
  )
}

function UserMenu() {
  const { t } = useWords()
  const { user } = useSession()
  const roles = useRoleWords()
  const unit = useUnitIndex().nameOf(user.unitId)
  const signOut = useSignOut()
  const navigate = useNavigate()
  const leave = () => signOut.mutate(undefined, { onSettled: () => navigate({ to: '/sign-in', search: {} }) })
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          {
            key: 'who',
            disabled: true,
            label: [user.username, roles, unit].filter(Boolean).join(' · '),
          },
          { type: 'divider' },
          { key: 'account', label: t('account.title') },
          { key: 'leave', label: t('app.sign-out') },
        ],
        onClick: ({ key }) => (key === 'leave' ? leave() : navigate({ to: '/account' })),
      }}
    >
      <Button type="text" className="user-menu">
        <span className="visually-hidden">{t('app.account')}: </span>
        <span className="user-menu-name">{user.name}</span>
        <span className="user-menu-role">
          {[roles === user.name ? '' : roles, unit].filter(Boolean).join(' · ')}
        </span>
      </Button>
    </Dropdown>
  )
}

import { Outlet } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import './shell.css'
import { SideMenu } from './side-menu.tsx'
import { TopBar } from './top-bar.tsx'

/** What stands around every screen: menu at the left, a thin bar above; on a phone the menu folds away. */
export function Shell() {
  const { t } = useWords()
  const [isMenuOpen, setMenuOpen] = useState(false)
  return (
    <div className={`shell ${isMenuOpen ? 'is-menu-open' : ''}`}>
      <a className="shell-skip no-print" href="#main">
        {t('app.skip')}
      </a>
      <SideMenu onChoose={() => setMenuOpen(false)} />
      <button
        type="button"
        className="shell-veil"
        aria-label={t('app.close')}
        tabIndex={-1}
        onClick={() => setMenuOpen(false)}
      />
      <div className="shell-body">
        <TopBar isMenuOpen={isMenuOpen} onMenu={() => setMenuOpen(!isMenuOpen)} />
        <main id="main" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
    </div>
  )
}

import { Button } from 'antd'
import { lazy, Suspense, useRef, useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { useFreshUnread } from './use-fresh-unread.ts'
import './inbox-bell.css'

const InboxDrawer = lazy(() => import('./inbox-drawer.tsx').then((file) => ({ default: file.InboxDrawer })))

/** How many messages wait; opens them. */
export function InboxBell() {
  const { t } = useWords()
  const unread = useFreshUnread()
  const [isOpen, setOpen] = useState(false)
  const bell = useRef<HTMLButtonElement>(null)
  // The drawer goes with the focus in it: that goes back to the bell (WCAG 2.4.3).
  const close = () => {
    setOpen(false)
    setTimeout(() => bell.current?.focus())
  }
  return (
    <>
      <Button
        ref={bell}
        type="text"
        className="inbox-bell"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label={unread > 0 ? t('inbox.bell', { unread }) : t('inbox.bell-none')}
        onClick={() => setOpen(true)}
      >
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M10 3a4.5 4.5 0 0 0-4.5 4.5V11L4 14h12l-1.5-3V7.5A4.5 4.5 0 0 0 10 3zM8 16.2a2 2 0 0 0 4 0" />
        </svg>
        {unread > 0 && <span className="inbox-bell-count">{unread > 99 ? '99+' : unread}</span>}
      </Button>
      {isOpen && (
        <Suspense>
          <InboxDrawer onClose={close} />
        </Suspense>
      )}
    </>
  )
}

import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useIsAllowed } from '../../api/session.ts'
import { useWords } from '../../i18n/use-words.ts'
import './inbox-drawer.css'
import { MessageList } from './message-list.tsx'
import { PreferencesForm } from './preferences-form.tsx'
import { WebhookForm } from './webhook-form.tsx'

/** The person's messages over the screen at hand, and how they want to be told. */
export function InboxDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const isAllowed = useIsAllowed()
  const [isSetting, setSetting] = useState(false)
  return (
    <Drawer
      open
      size={480}
      className="inbox-drawer"
      title={isSetting ? t('inbox.settings') : t('inbox.title')}
      onClose={onClose}
      extra={
        <Button onClick={() => setSetting(!isSetting)}>
          {isSetting ? t('inbox.back') : t('inbox.settings')}
        </Button>
      }
    >
      {isSetting ? (
        <>
          <PreferencesForm />
          {isAllowed('inbox.configure') && <WebhookForm />}
        </>
      ) : (
        <MessageList onFollow={onClose} />
      )}
    </Drawer>
  )
}

import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import type { MouseEvent } from 'react'
import { subjectPath } from '../../../../src/modules/inbox/rules/subject-path.ts'
import type { InboxMessage } from '../../api/model.ts'
import { formatInstant } from '../../i18n/format.ts'
import { useWords } from '../../i18n/use-words.ts'
import { LevelTag } from './level-tag.tsx'

interface MessageLineProps {
  message: InboxMessage
  onRead: () => void
  /** Goes to what the message is about; the list closes. */
  onFollow: () => void
}

/** One message; its sentence leads to the matter and counts as read. */
export function MessageLine({ message, onRead, onFollow }: MessageLineProps) {
  const { t } = useWords()
  const { history } = useRouter()
  const path = subjectPath(message.subject)
  const isUnread = message.readAt === null
  const follow = (event: MouseEvent) => {
    if (isUnread) onRead()
    // Another window or tab is the browser's business.
    if (event.ctrlKey || event.metaKey || event.shiftKey || path === undefined) return
    event.preventDefault()
    onFollow()
    history.push(path)
  }
  return (
    <li className={`message ${isUnread ? 'is-unread' : ''}`}>
      <p className="message-head">
        <LevelTag level={message.level} />
        {isUnread && <span className="message-unread">{t('inbox.unread')}</span>}
        <time className="soft figure" dateTime={message.createdAt}>
          {formatInstant(message.createdAt)}
        </time>
      </p>
      <p className="message-title">
        {path ? (
          <a href={path} onClick={follow}>
            {message.title}
          </a>
        ) : (
          message.title
        )}
      </p>
      {isUnread && (
        <Button size="small" onClick={onRead}>
          {t('inbox.mark-one')}
        </Button>
      )}
    </li>
  )
}

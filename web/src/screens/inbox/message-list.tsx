import { Alert, Segmented } from 'antd'
import { useState } from 'react'
import { useInbox, useMarkRead } from '../../api/inbox.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { GatedButton } from '../../ui/gated-button.tsx'
import { LoadingLines } from '../../ui/loading-lines.tsx'
import { Pager } from '../../ui/pager.tsx'
import { StateNote } from '../../ui/state-note.tsx'
import { useProblemSentence } from '../../ui/use-problem-sentence.ts'
import { MessageLine } from './message-line.tsx'

const PAGE_SIZE = 20

/** What the person was told, the newest first. */
export function MessageList({ onFollow }: { onFollow: () => void }) {
  const { t } = useWords()
  const sentence = useProblemSentence()
  const [{ show, page }, setPlace] = useState({ show: 'all' as 'all' | 'unread', page: 1 })
  const { data, error, refetch } = useInbox({ show, page, pageSize: PAGE_SIZE })
  const mark = useMarkRead()
  const unread = data?.unread ?? 0
  // What arrives while this list is looked at stays unread.
  const markAll = () => data && mark.mutate({ upTo: data.asOf })
  return (
    <>
      <div className="inbox-bar">
        <Segmented
          value={show}
          onChange={(next) => setPlace({ show: next === 'unread' ? 'unread' : 'all', page: 1 })}
          options={[
            { value: 'all', label: t('inbox.show-all') },
            { value: 'unread', label: t('inbox.show-unread', { unread }) },
          ]}
        />
        <GatedButton
          reason={unread === 0 ? t('inbox.nothing-unread') : undefined}
          loading={mark.isPending}
          onClick={markAll}
        >
          {t('inbox.mark-all')}
        </GatedButton>
      </div>
      {mark.error && <Alert type="error" role="alert" title={sentence(mark.error)} />}
      {error ? (
        <ErrorNote error={error} onRetry={refetch} />
      ) : !data ? (
        <LoadingLines lines={8} />
      ) : data.messages.length > 0 ? (
        <ul className="messages" aria-label={t('inbox.title')}>
          {data.messages.map((message) => (
            <MessageLine
              key={message.id}
              message={message}
              onRead={() => mark.mutate({ ids: [message.id] })}
              onFollow={onFollow}
            />
          ))}
        </ul>
      ) : show === 'unread' ? (
        <StateNote title={t('inbox.empty-unread')} />
      ) : (
        <StateNote title={t('inbox.empty')}>{t('inbox.empty-way')}</StateNote>
      )}
      {data && (
        <Pager
          page={page}
          pageSize={PAGE_SIZE}
          total={data.total}
          onPage={(next) => setPlace({ show, page: next })}
        />
      )}
    </>
  )
}

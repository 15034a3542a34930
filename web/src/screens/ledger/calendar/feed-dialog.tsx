import { Alert, App, Button, Input, Modal } from 'antd'
import { useCalendarFeed, useMakeFeed, useRevokeFeed } from '../../../api/calendar-feed.ts'
import { formatInstant } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'

/** The personal address that a calendar program reads: made, copied, taken back. Whoever has it reads the days. */
export function FeedDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const { data, error, refetch } = useCalendarFeed()
  const make = useMakeFeed()
  const revoke = useRevokeFeed()
  const failure = make.error ?? revoke.error
  const address = make.data && `${location.origin}${make.data.path}`
  const copy = () =>
    navigator.clipboard
      .writeText(address ?? '')
      .then(() => message.success(t('ledger.feed.copied')))
      .catch(() => message.warning(t('ledger.feed.copy-by-hand')))
  return (
    <Modal open title={t('ledger.feed')} footer={null} onCancel={onClose} width={560}>
      <p className="soft">{t('ledger.feed.way')}</p>
      {error ? (
        <ErrorNote error={error} onRetry={refetch} />
      ) : !data ? (
        <LoadingLines lines={2} />
      ) : (
        <div className="feed">
          {address ? (
            <>
              <Input
                readOnly
                value={address}
                aria-label={t('ledger.feed')}
                onFocus={(event) => event.target.select()}
              />
              <Button type="primary" onClick={copy}>
                {t('ledger.feed.copy')}
              </Button>
              <p className="feed-once">{t('ledger.feed.once')}</p>
            </>
          ) : (
            <p>
              {data.createdAt
                ? t('ledger.feed.made', { when: formatInstant(data.createdAt) })
                : t('ledger.feed.none')}
            </p>
          )}
          <div className="feed-actions">
            <Button loading={make.isPending} onClick={() => make.mutate()}>
              {data.createdAt ? t('ledger.feed.renew') : t('ledger.feed.make')}
            </Button>
            {data.createdAt && (
              <Button
                danger
                loading={revoke.isPending}
                onClick={() => revoke.mutate(undefined, { onSuccess: () => make.reset() })}
              >
                {t('ledger.feed.revoke')}
              </Button>
            )}
          </div>
        </div>
      )}
      {failure && <Alert type="error" role="alert" title={sentence(failure)} />}
    </Modal>
  )
}

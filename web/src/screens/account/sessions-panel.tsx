import { App, Button } from 'antd'
import { type OwnSession, useOwnSessions, useSessionSteps } from '../../api/account.ts'
import { formatInstant } from '../../i18n/format.ts'
import { useWords } from '../../i18n/use-words.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { LoadingLines } from '../../ui/loading-lines.tsx'
import { useProblemSentence } from '../../ui/use-problem-sentence.ts'

/** Where this account is signed in; one or all others can be ended. */
export function SessionsPanel() {
  const { t } = useWords()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const { data, error, refetch } = useOwnSessions()
  const { end, endOthers } = useSessionSteps()
  const onError = (problem: unknown) => message.error(sentence(problem))
  const columns: Column<OwnSession>[] = [
    {
      key: 'device',
      title: t('account.device'),
      isMain: true,
      cell: ({ device, isCurrent }) => (
        <>
          {device || t('account.unknown-device')}
          {isCurrent && <strong className="account-current"> {t('account.this-session')}</strong>}
        </>
      ),
    },
    {
      key: 'address',
      title: t('account.address'),
      width: '130px',
      cell: ({ address }) => <code>{address}</code>,
    },
    {
      key: 'since',
      title: t('account.since'),
      width: '140px',
      cell: ({ since }) => <span className="figure">{formatInstant(since)}</span>,
    },
    {
      key: 'seen',
      title: t('account.last-used'),
      width: '140px',
      cell: ({ lastSeenAt }) => <span className="figure">{formatInstant(lastSeenAt)}</span>,
    },
    {
      key: 'end',
      title: t('account.action'),
      width: '90px',
      cell: ({ id, isCurrent, device }) =>
        !isCurrent && (
          <Button
            size="small"
            aria-label={`${t('account.end-session')} ${device}`}
            onClick={() => end.mutate(id, { onError })}
          >
            {t('account.end-session')}
          </Button>
        ),
    },
  ]
  const others = (data ?? []).filter(({ isCurrent }) => !isCurrent).length
  return (
    <section className="account-panel is-wide" aria-labelledby="sessions-heading">
      <div className="account-panel-head">
        <h2 id="sessions-heading">{t('account.sessions')}</h2>
        {others > 0 && (
          <Button loading={endOthers.isPending} onClick={() => endOthers.mutate(undefined, { onError })}>
            {t('account.end-others', { count: others })}
          </Button>
        )}
      </div>
      {error ? (
        <ErrorNote error={error} onRetry={refetch} />
      ) : data ? (
        <DataTable caption={t('account.sessions')} columns={columns} rows={data} rowKey={({ id }) => id} />
      ) : (
        <LoadingLines lines={3} />
      )}
    </section>
  )
}

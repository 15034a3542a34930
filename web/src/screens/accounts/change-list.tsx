import { App, Button } from 'antd'
import { useAccountChanges, useAccountSteps, type WaitingChange } from '../../api/accounts.ts'
import { formatInstant } from '../../i18n/format.ts'
import { useWords } from '../../i18n/use-words.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { GatedButton } from '../../ui/gated-button.tsx'
import { LoadingLines } from '../../ui/loading-lines.tsx'
import { StateNote } from '../../ui/state-note.tsx'
import { useProblemSentence } from '../../ui/use-problem-sentence.ts'

/** What waits for another administrator's eyes, and who may give them. */
export function ChangeList() {
  const { t } = useWords()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const { data, error, refetch } = useAccountChanges()
  const { decide } = useAccountSteps()
  if (error) return <ErrorNote error={error} onRetry={refetch} />
  if (!data) return <LoadingLines lines={3} />
  if (data.length === 0)
    return <StateNote title={t('accounts.no-changes')}>{t('accounts.changes-note')}</StateNote>
  const act = (changeId: string, isConfirmed: boolean) =>
    decide.mutate(
      { changeId, isConfirmed },
      {
        onSuccess: () => message.success(t('accounts.done')),
        onError: (problem) => message.error(sentence(problem)),
      },
    )
  const columns: Column<WaitingChange>[] = [
    {
      key: 'what',
      title: t('accounts.change'),
      isMain: true,
      cell: ({ kind, roles, account }) => (
        <>
          {t(`accounts.change.${kind}`, { name: account.name })}
          {roles && (
            <span className="account-state">
              {roles.map((role) => t(`role.${role}`)).join(t('app.list-separator')) || t('accounts.no-role')}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'username',
      title: t('accounts.username'),
      width: '140px',
      cell: ({ account }) => <code>{account.username}</code>,
    },
    { key: 'by', title: t('accounts.asked-by'), width: '160px', cell: ({ askedBy }) => askedBy },
    {
      key: 'at',
      title: t('accounts.asked-at'),
      width: '140px',
      cell: ({ askedAt }) => <span className="figure">{formatInstant(askedAt)}</span>,
    },
    {
      key: 'do',
      title: t('accounts.action'),
      width: '200px',
      cell: ({ id, mayConfirm, isOwn }) => {
        const reason = mayConfirm ? undefined : t('accounts.may-not-confirm')
        return (
          <div className="change-buttons">
            <GatedButton size="small" type="primary" reason={reason} onClick={() => act(id, true)}>
              {t('accounts.confirm')}
            </GatedButton>
            {isOwn ? (
              <Button size="small" onClick={() => act(id, false)}>
                {t('accounts.withdraw')}
              </Button>
            ) : (
              <GatedButton size="small" reason={reason} onClick={() => act(id, false)}>
                {t('accounts.refuse')}
              </GatedButton>
            )}
          </div>
        )
      },
    },
  ]
  return (
    <DataTable caption={t('accounts.tab.changes')} columns={columns} rows={data} rowKey={({ id }) => id} />
  )
}

import { App, Button } from 'antd'
import { useState } from 'react'
import { type ApiToken, useOwnTokens, useTokenSteps } from '../../api/account.ts'
import { formatInstant } from '../../i18n/format.ts'
import { useWords } from '../../i18n/use-words.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { LoadingLines } from '../../ui/loading-lines.tsx'
import { useAskFirst } from '../../ui/use-ask-first.ts'
import { useProblemSentence } from '../../ui/use-problem-sentence.ts'
import { TokenDialog } from './token-dialog.tsx'

interface Props {
  hasFactor: boolean
  mostDays: number
}

/** The programs that act for this account: what each may do, until when, and when it last did. */
export function TokensPanel({ hasFactor, mostDays }: Props) {
  const { t } = useWords()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const { data, error, refetch } = useOwnTokens()
  const { revoke } = useTokenSteps()
  const ask = useAskFirst()
  const [isMaking, setMaking] = useState(false)
  const wordsOf = new Map(data?.grantable.map(({ permission, words }) => [permission, words]))
  const columns: Column<ApiToken>[] = [
    { key: 'name', title: t('account.token-name'), isMain: true, width: '150px', cell: ({ name }) => name },
    {
      key: 'scope',
      title: t('account.token-scope'),
      cell: ({ permissions }) =>
        permissions.map((each) => wordsOf.get(each) ?? each).join(t('app.list-separator')),
    },
    {
      key: 'expires',
      title: t('account.expires'),
      width: '140px',
      cell: ({ expiresAt }) => <span className="figure">{formatInstant(expiresAt)}</span>,
    },
    {
      key: 'used',
      title: t('account.last-used'),
      width: '140px',
      cell: ({ lastUsedAt }) => (
        <span className="figure">{lastUsedAt ? formatInstant(lastUsedAt) : t('account.never')}</span>
      ),
    },
    {
      key: 'revoke',
      title: t('account.action'),
      width: '90px',
      cell: ({ id, name }) => (
        <Button
          size="small"
          danger
          aria-label={`${t('account.revoke')} ${name}`}
          onClick={() =>
            ask({
              title: t('account.revoke-sure', { name }),
              okText: t('account.revoke'),
              onOk: () => revoke.mutate(id, { onError: (problem) => message.error(sentence(problem)) }),
            })
          }
        >
          {t('account.revoke')}
        </Button>
      ),
    },
  ]
  return (
    <section className="account-panel is-wide" aria-labelledby="tokens-heading">
      <div className="account-panel-head">
        <h2 id="tokens-heading">{t('account.tokens')}</h2>
        {data && data.grantable.length > 0 && (
          <Button onClick={() => setMaking(true)}>{t('account.new-token')}</Button>
        )}
      </div>
      <p className="soft">
        {data?.grantable.length === 0 ? t('account.no-tokens-for-you') : t('account.tokens-note')}
      </p>
      {error ? (
        <ErrorNote error={error} onRetry={refetch} />
      ) : !data ? (
        <LoadingLines lines={2} />
      ) : (
        data.tokens.length > 0 && (
          <DataTable
            caption={t('account.tokens')}
            columns={columns}
            rows={data.tokens}
            rowKey={({ id }) => id}
          />
        )
      )}
      {isMaking && data && (
        <TokenDialog
          grantable={data.grantable}
          hasFactor={hasFactor}
          mostDays={mostDays}
          onClose={() => setMaking(false)}
        />
      )}
    </section>
  )
}

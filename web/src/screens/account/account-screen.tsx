import { useOwnAccount } from '../../api/account.ts'
import { useRoleWords } from '../../app/permitted-screen.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { LoadingLines } from '../../ui/loading-lines.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import './account-screen.css'
import { DisplayPanel } from './display-panel.tsx'
import { LeavePanel } from './leave-panel.tsx'
import { PasswordPanel } from './password-panel.tsx'
import { SecondFactorPanel } from './second-factor-panel.tsx'
import { SessionsPanel } from './sessions-panel.tsx'
import { TokensPanel } from './tokens-panel.tsx'

/** One's own account: password, second factor, where one is signed in, and which programs act for it. */
export function AccountScreen() {
  const { t } = useWords()
  const roles = useRoleWords()
  const { data: account, error, refetch } = useOwnAccount()
  return (
    <>
      <PageHead
        title={t('account.title')}
        note={account && [account.username, account.name, roles].filter(Boolean).join(' · ')}
      />
      {error ? (
        <ErrorNote error={error} onRetry={refetch} />
      ) : !account ? (
        <LoadingLines lines={9} />
      ) : (
        <div className="account">
          <LeavePanel />
          <PasswordPanel account={account} />
          <SecondFactorPanel account={account} />
          <DisplayPanel />
          <SessionsPanel />
          <TokensPanel hasFactor={account.secondFactor.since !== null} mostDays={account.tokenDays} />
        </div>
      )}
    </>
  )
}

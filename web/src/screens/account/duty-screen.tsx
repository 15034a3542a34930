import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useOwnAccount, useSessionAgain } from '../../api/account.ts'
import { useSession, useSignOut } from '../../api/session.ts'
import { LanguageSwitch } from '../../app/shell/language-switch.tsx'
import { TypeSwitch } from '../../app/shell/type-switch.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { LoadingLines } from '../../ui/loading-lines.tsx'
import './account-screen.css'
import { PasswordPanel } from './password-panel.tsx'
import { SecondFactorPanel } from './second-factor-panel.tsx'

/** What must be done before the house opens: another password, a second factor, one after the other. */
export function DutyScreen() {
  const { t } = useWords()
  const { duties } = useSession()
  const { data: account, error, refetch } = useOwnAccount()
  const again = useSessionAgain()
  const signOut = useSignOut()
  const navigate = useNavigate()
  const goOn = async () => {
    if ((await again()).length === 0) await navigate({ to: '/', replace: true })
  }
  const isPassword = duties[0] === 'change-password'
  return (
    <main className="duty">
      <div className="duty-switches">
        <TypeSwitch />
        <LanguageSwitch />
      </div>
      <title>{`${t('duty.title')} · Quarterdeck`}</title>
      <h1>{t('duty.title')}</h1>
      <p className="soft">{isPassword ? t('duty.change-password') : t('duty.enrol-second-factor')}</p>
      {error ? (
        <ErrorNote error={error} onRetry={refetch} />
      ) : !account ? (
        <LoadingLines lines={6} />
      ) : isPassword ? (
        <PasswordPanel account={account} onDone={goOn} />
      ) : (
        <SecondFactorPanel account={account} onDone={goOn} />
      )}
      <Button
        type="link"
        onClick={() =>
          signOut.mutate(undefined, { onSettled: () => navigate({ to: '/sign-in', search: {} }) })
        }
      >
        {t('app.sign-out')}
      </Button>
    </main>
  )
}

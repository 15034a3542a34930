import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { LanguageSwitch } from '../../app/shell/language-switch.tsx'
import { TypeSwitch } from '../../app/shell/type-switch.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { CodeForm } from './code-form.tsx'
import { PasswordForm } from './password-form.tsx'
import './sign-in-screen.css'

/** Sign-in with a local account, and with a code where a second factor is set up. */
export function SignInScreen() {
  const { t } = useWords()
  const { next } = useSearch({ from: '/sign-in' })
  const navigate = useNavigate()
  const [challenge, setChallenge] = useState(challengeInAddress)
  const enter = () => navigate({ to: next ?? '/', replace: true })
  return (
    <div className="sign-in">
      <title>{`${t('sign-in.title')} · Quarterdeck`}</title>
      <div className="sign-in-language">
        <TypeSwitch />
        <LanguageSwitch />
      </div>
      <section className="sign-in-words">
        <p className="sign-in-name">{t('app.name')}</p>
        <p className="sign-in-tagline">{t('app.tagline')}</p>
        <p>{t('sign-in.pitch')}</p>
      </section>
      <main className="sign-in-form">
        <h1>{challenge ? t('sign-in.second-step') : t('sign-in.title')}</h1>
        {challenge ? (
          <CodeForm challenge={challenge} onEnter={enter} onBack={() => setChallenge(undefined)} />
        ) : (
          <PasswordForm onEnter={enter} onChallenge={setChallenge} />
        )}
      </main>
    </div>
  )
}

/** The single sign-on sends the browser here when the second step is to come: after the hash, which no server sees. */
function challengeInAddress(): string | undefined {
  return /^#challenge=([\w-]+)$/.exec(window.location.hash)?.[1]
}

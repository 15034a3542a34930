import { useNavigate, useSearch } from '@tanstack/react-router'
import { Alert, Button, Form, Input } from 'antd'
import { useSignIn } from '../../api/session.ts'
import { LanguageSwitch } from '../../app/shell/language-switch.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { useProblemSentence } from '../../ui/use-problem-sentence.ts'
import './sign-in-screen.css'

/** Sign-in with a local account. */
export function SignInScreen() {
  const { t } = useWords()
  const { next } = useSearch({ from: '/sign-in' })
  const navigate = useNavigate()
  const signIn = useSignIn()
  const sentence = useProblemSentence()
  return (
    <div className="sign-in">
      <title>{`${t('sign-in.title')} · Quarterdeck`}</title>
      <div className="sign-in-language">
        <LanguageSwitch />
      </div>
      <section className="sign-in-words">
        <p className="sign-in-name">{t('app.name')}</p>
        <p className="sign-in-tagline">{t('app.tagline')}</p>
        <p>{t('sign-in.pitch')}</p>
      </section>
      <main className="sign-in-form">
        <h1>{t('sign-in.title')}</h1>
        <Form
          layout="vertical"
          requiredMark={false}
          onFinish={(values: { username: string; password: string }) =>
            signIn.mutate(values, { onSuccess: () => navigate({ to: next ?? '/', replace: true }) })
          }
        >
          <Form.Item
            name="username"
            label={t('sign-in.username')}
            rules={[{ required: true, message: t('sign-in.username-missing') }]}
          >
            <Input autoFocus autoComplete="username" />
          </Form.Item>
          <Form.Item
            name="password"
            label={t('sign-in.password')}
            rules={[{ required: true, message: t('sign-in.password-missing') }]}
          >
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          {signIn.error && (
            <Alert className="sign-in-refusal" type="error" title={sentence(signIn.error)} role="alert" />
          )}
          <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
            {t('sign-in.submit')}
          </Button>
        </Form>
        <p className="soft">{t('sign-in.sample')}</p>
      </main>
    </div>
  )
}

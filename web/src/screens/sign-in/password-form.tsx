import { useSearch } from '@tanstack/react-router'
import { Alert, Button, Form, Input } from 'antd'
import { useSignIn, useSingleSignOn } from '../../api/session.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useProblemSentence } from '../../ui/use-problem-sentence.ts'

interface Props {
  onEnter: () => void
  onChallenge: (challenge: string) => void
}

/** The first step: who, and the password. */
export function PasswordForm({ onEnter, onChallenge }: Props) {
  const { t } = useWords()
  const signIn = useSignIn()
  const sentence = useProblemSentence()
  const singleSignOn = useSingleSignOn()
  const { refused } = useSearch({ from: '/sign-in' })
  const refusal = signIn.error ? sentence(signIn.error) : refused && t('sign-in.elsewhere-refused')
  return (
    <>
      <Form
        layout="vertical"
        requiredMark={false}
        onFinish={(values: { username: string; password: string }) =>
          signIn.mutate(values, {
            onSuccess: (answer) => ('challenge' in answer ? onChallenge(answer.challenge) : onEnter()),
          })
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
        {refusal && <Alert className="sign-in-refusal" type="error" title={refusal} role="alert" />}
        <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
          {t('sign-in.submit')}
        </Button>
      </Form>
      {singleSignOn && (
        <Button className="sign-in-elsewhere" block href="/api/session/oidc">
          {t('sign-in.elsewhere', { name: singleSignOn })}
        </Button>
      )}
      <p className="soft">{t('sign-in.sample')}</p>
    </>
  )
}

import { Alert, Button, Form, Input } from 'antd'
import { useSignIn } from '../../api/session.ts'
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
        {signIn.error && (
          <Alert className="sign-in-refusal" type="error" title={sentence(signIn.error)} role="alert" />
        )}
        <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
          {t('sign-in.submit')}
        </Button>
      </Form>
      <p className="soft">{t('sign-in.sample')}</p>
    </>
  )
}

import { Alert, Button, Form, Input } from 'antd'
import { useSecondStep } from '../../api/session.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useProblemSentence } from '../../ui/use-problem-sentence.ts'

interface Props {
  challenge: string
  onEnter: () => void
  onBack: () => void
}

/** The second step: a code of the app, or a recovery code. */
export function CodeForm({ challenge, onEnter, onBack }: Props) {
  const { t } = useWords()
  const step = useSecondStep()
  const sentence = useProblemSentence()
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      onFinish={({ code }: { code: string }) => step.mutate({ challenge, code }, { onSuccess: onEnter })}
    >
      <Form.Item
        name="code"
        label={t('sign-in.code')}
        extra={t('sign-in.code-help')}
        rules={[{ required: true, min: 6, message: t('sign-in.code-missing') }]}
      >
        <Input autoFocus autoComplete="one-time-code" maxLength={40} />
      </Form.Item>
      {step.error && (
        <Alert className="sign-in-refusal" type="error" title={sentence(step.error)} role="alert" />
      )}
      <Button type="primary" htmlType="submit" block loading={step.isPending}>
        {t('sign-in.submit')}
      </Button>
      <Button type="link" block onClick={onBack}>
        {t('sign-in.start-again')}
      </Button>
    </Form>
  )
}

import { Alert, Button, Form, Input, QRCode } from 'antd'
import { useSecondFactorSteps } from '../../api/account.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useProblemSentence } from '../../ui/use-problem-sentence.ts'

interface Props {
  hasFactor: boolean
  onCodes: (codes: readonly string[]) => void
  onCancel: () => void
}

/** The password, then the QR code, then the first code of the app. */
export function SetUpSteps({ hasFactor, onCodes, onCancel }: Props) {
  const { t } = useWords()
  const sentence = useProblemSentence()
  const { begin, confirm } = useSecondFactorSteps()
  const missing = { required: true, message: t('account.missing') }
  const cancel = <Button onClick={onCancel}>{t('app.cancel')}</Button>
  if (!begin.data) {
    return (
      <Form
        layout="vertical"
        requiredMark={false}
        onFinish={({ password, code }: { password: string; code?: string }) =>
          begin.mutate({ password, ...(code ? { code } : {}) })
        }
      >
        <Form.Item name="password" label={t('account.current-password')} rules={[missing]}>
          <Input.Password autoFocus autoComplete="current-password" maxLength={200} />
        </Form.Item>
        {hasFactor && (
          <Form.Item name="code" label={t('account.present-code')} rules={[missing]}>
            <Input autoComplete="one-time-code" maxLength={40} />
          </Form.Item>
        )}
        {begin.error && <Alert type="error" role="alert" title={sentence(begin.error)} />}
        <div className="account-buttons">
          <Button type="primary" htmlType="submit" loading={begin.isPending}>
            {t('account.next')}
          </Button>
          {cancel}
        </div>
      </Form>
    )
  }
  const { uri, secret } = begin.data
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      onFinish={({ code }: { code: string }) =>
        confirm.mutate(code.trim(), { onSuccess: ({ recoveryCodes }) => onCodes(recoveryCodes) })
      }
    >
      <p>{t('account.scan')}</p>
      <div className="account-qr">
        <QRCode value={uri} type="svg" size={180} />
        <div>
          <p className="soft">{t('account.type-secret')}</p>
          <code className="account-secret">{secret.match(/.{1,4}/g)?.join(' ')}</code>
        </div>
      </div>
      <Form.Item name="code" label={t('account.first-code')} rules={[missing]}>
        <Input autoFocus autoComplete="one-time-code" inputMode="numeric" maxLength={10} />
      </Form.Item>
      {confirm.error && <Alert type="error" role="alert" title={sentence(confirm.error)} />}
      <div className="account-buttons">
        <Button type="primary" htmlType="submit" loading={confirm.isPending}>
          {t('account.factor-confirm')}
        </Button>
        {cancel}
      </div>
    </Form>
  )
}

import { Alert, App, Form, Input, Modal } from 'antd'
import { useSecondFactorSteps } from '../../api/account.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useProblemSentence } from '../../ui/use-problem-sentence.ts'

interface Props {
  what: 'renew' | 'remove'
  onClose: () => void
  onCodes: (codes: readonly string[]) => void
}

/** Password and code once more, for new recovery codes or to remove the second factor. */
export function ProofDialog({ what, onClose, onCodes }: Props) {
  const { t } = useWords()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const { renewCodes, remove } = useSecondFactorSteps()
  const [form] = Form.useForm<{ password: string; code: string }>()
  const error = renewCodes.error ?? remove.error
  const missing = { required: true, message: t('account.missing') }
  const prove = (proof: { password: string; code: string }) => {
    if (what === 'renew') {
      renewCodes.mutate(proof, { onSuccess: ({ recoveryCodes }) => onCodes(recoveryCodes) })
      return
    }
    remove.mutate(proof, {
      onSuccess: () => {
        message.success(t('account.factor-removed'))
        onClose()
      },
    })
  }
  return (
    <Modal
      open
      title={what === 'renew' ? t('account.renew-codes') : t('account.factor-remove')}
      okText={t('account.confirm')}
      okButtonProps={{ danger: what === 'remove', loading: renewCodes.isPending || remove.isPending }}
      onOk={form.submit}
      onCancel={onClose}
      width={420}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={prove}>
        <Form.Item name="password" label={t('account.current-password')} rules={[missing]}>
          <Input.Password autoComplete="current-password" maxLength={200} />
        </Form.Item>
        <Form.Item name="code" label={t('account.present-code')} rules={[missing]}>
          <Input autoComplete="one-time-code" maxLength={40} />
        </Form.Item>
      </Form>
      {error && <Alert type="error" role="alert" title={sentence(error)} />}
    </Modal>
  )
}

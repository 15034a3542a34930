import { Alert, App, Button, Form, Input, Modal } from 'antd'
import { type AccountLine, useAccountSteps } from '../../api/accounts.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useProblemSentence } from '../../ui/use-problem-sentence.ts'

interface Props {
  account: AccountLine
  /** As the sign-in button says it. */
  provider: string
  onClose: () => void
}

/** Which subject of the single sign-on opens this account. */
export function LinkDialog({ account, provider, onClose }: Props) {
  const { t } = useWords()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const { link } = useAccountSteps()
  const [form] = Form.useForm<{ subject: string }>()
  const save = (subject: string | null) =>
    link.mutate(
      { id: account.id, subject },
      {
        onSuccess: () => {
          message.success(t('accounts.done'))
          onClose()
        },
      },
    )
  return (
    <Modal
      open
      title={t('accounts.link-title', { name: account.name, provider })}
      onCancel={onClose}
      width={460}
      footer={[
        <Button key="unlink" danger onClick={() => save(null)}>
          {t('accounts.unlink')}
        </Button>,
        <Button key="cancel" onClick={onClose}>
          {t('app.cancel')}
        </Button>,
        <Button key="save" type="primary" loading={link.isPending} onClick={form.submit}>
          {t('app.save')}
        </Button>,
      ]}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={({ subject }) => save(subject)}>
        <Form.Item
          name="subject"
          label={t('accounts.subject')}
          extra={t('accounts.subject-help')}
          rules={[{ required: true, message: t('account.missing') }]}
        >
          <Input maxLength={255} autoComplete="off" />
        </Form.Item>
      </Form>
      {link.error && <Alert type="error" role="alert" title={sentence(link.error)} />}
    </Modal>
  )
}

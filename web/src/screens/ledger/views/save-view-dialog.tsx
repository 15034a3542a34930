import { Alert, App, Checkbox, Form, Input, Modal } from 'antd'
import { useSaveView } from '../../../api/ledger-views.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { focusOnOpen } from '../../../ui/focus-on-open.ts'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'

/** Keeps what is on screen under a name. */
export function SaveViewDialog({ query, onClose }: { query: string; onClose: () => void }) {
  const { t } = useWords()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const save = useSaveView()
  const [form] = Form.useForm<{ name: string; isShared: boolean }>()
  const submit = ({ name, isShared }: { name: string; isShared: boolean }) =>
    save.mutate(
      { name: name.trim(), query, isShared },
      {
        onSuccess: () => {
          message.success(t('ledger.saved.done', { name: name.trim() }))
          onClose()
        },
      },
    )
  return (
    <Modal
      open
      title={t('ledger.saved.save')}
      okText={t('app.save')}
      okButtonProps={{ loading: save.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      afterOpenChange={focusOnOpen(() => form.getFieldInstance('name')?.focus())}
      width={420}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ name: '', isShared: false }}
        onFinish={submit}
      >
        <Form.Item
          name="name"
          label={t('ledger.saved.name')}
          rules={[{ required: true, whitespace: true, message: t('ledger.saved.name-missing') }]}
        >
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="isShared" valuePropName="checked">
          <Checkbox>{t('ledger.saved.share')}</Checkbox>
        </Form.Item>
      </Form>
      {save.error && <Alert type="error" role="alert" title={sentence(save.error)} />}
    </Modal>
  )
}

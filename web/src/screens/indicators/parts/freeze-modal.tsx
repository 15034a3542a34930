import { Alert, Form, Input, Modal } from 'antd'
import { useWords } from '../../../i18n/use-words.ts'
import { focusOnOpen } from '../../../ui/focus-on-open.ts'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'

interface FreezeModalProps {
  /** The vintage that stands still. */
  asOf: number
  /** Proposed; it is the publication's title. */
  title: string
  isPending: boolean
  error: Error | null
  onFreeze: (title: string) => void
  onClose: () => void
}

/** Asks for the title of a publication before a table is frozen. */
export function FreezeModal({ asOf, title, isPending, error, onFreeze, onClose }: FreezeModalProps) {
  const { t } = useWords()
  const sentence = useProblemSentence()
  const [form] = Form.useForm<{ title: string }>()
  return (
    <Modal
      open
      title={t('indicator.freeze')}
      okText={t('indicator.freeze')}
      okButtonProps={{ loading: isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      afterOpenChange={focusOnOpen(() => form.getFieldInstance('title')?.focus())}
      width={520}
    >
      <p className="soft">{t('indicator.freeze-note', { asOf })}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ title }}
        onFinish={(fields) => onFreeze(fields.title.trim())}
      >
        <Form.Item
          name="title"
          label={t('indicator.publication-title')}
          rules={[{ required: true, whitespace: true, message: t('indicator.publication-title-missing') }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      </Form>
      {error && <Alert type="error" role="alert" title={sentence(error)} />}
    </Modal>
  )
}

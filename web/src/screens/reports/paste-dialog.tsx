import { Form, Input, Modal } from 'antd'
import type { NewReport } from '../../api/reports.ts'
import { useWords } from '../../i18n/use-words.ts'
import { DayField } from '../../ui/day-field.tsx'
import { focusOnOpen } from '../../ui/focus-on-open.ts'

interface PasteDialogProps {
  isOpen: boolean
  onClose: () => void
  onSubmit: (report: NewReport) => void
}

/** Takes the text of a report from the clipboard, with its date where the text does not say it. */
export function PasteDialog({ isOpen, onClose, onSubmit }: PasteDialogProps) {
  const { t } = useWords()
  const [form] = Form.useForm<{ text: string; reportDate: string | null }>()
  const submit = (values: { text: string; reportDate?: string | null }) => {
    onClose()
    onSubmit({ text: values.text, reportDate: values.reportDate ?? null })
  }
  return (
    <Modal
      open={isOpen}
      title={t('reports.paste-title')}
      okText={t('reports.paste-submit')}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={680}
      destroyOnHidden
      afterOpenChange={focusOnOpen(() => form.scrollToField('text', { focus: true }))}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit} preserve={false}>
        <Form.Item
          name="text"
          label={t('reports.paste-text')}
          rules={[{ required: true, whitespace: true, message: t('reports.paste-empty') }]}
        >
          <Input.TextArea rows={12} className="paste-text" />
        </Form.Item>
        <Form.Item name="reportDate" label={t('reports.paste-date')} extra={t('reports.paste-date-help')}>
          <DayField />
        </Form.Item>
      </Form>
    </Modal>
  )
}

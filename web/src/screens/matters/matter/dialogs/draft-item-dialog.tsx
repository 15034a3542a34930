import { Form, Input, Modal } from 'antd'
import type { MatterPart } from '../../../../api/matters.ts'
import { useUnitIndex } from '../../../../api/units.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { DayField } from '../../../../ui/day-field.tsx'
import { focusOnOpen } from '../../../../ui/focus-on-open.ts'
import { UnitSelect } from '../../../../ui/unit-select.tsx'
import type { MatterWork } from '../use-matter-work.ts'

interface Draft {
  content: string
  leadUnitId: string | null
  dueOn: string | null
}

interface DraftItemDialogProps {
  part: MatterPart
  work: MatterWork
  onClose: () => void
}

/** A draft item of the ledger by which this shortfall is put right. */
export function DraftItemDialog({ part, work, onClose }: DraftItemDialogProps) {
  const { t } = useWords()
  const { units } = useUnitIndex()
  const [form] = Form.useForm<Draft>()
  const send = ({ content, leadUnitId, dueOn }: Draft) =>
    work.item({ do: 'draft', partId: part.id, content: content.trim(), leadUnitId, dueOn }, onClose)
  return (
    <Modal
      open
      title={t('matter.draft-item')}
      okText={t('matter.draft-item-ok')}
      okButtonProps={{ loading: work.isSending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
      afterOpenChange={focusOnOpen(() => form.getFieldInstance('content')?.focus())}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ content: part.text, leadUnitId: work.matter.unitId, dueOn: null }}
        onFinish={send}
      >
        <Form.Item
          name="content"
          label={t('matter.item-content')}
          rules={[{ required: true, whitespace: true, min: 2, message: t('matter.item-content-missing') }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
        </Form.Item>
        <Form.Item name="leadUnitId" label={t('after.column.lead')}>
          <UnitSelect units={units} />
        </Form.Item>
        <Form.Item name="dueOn" label={t('after.column.due')}>
          <DayField />
        </Form.Item>
      </Form>
    </Modal>
  )
}

import { Form, Input, Modal } from 'antd'
import { newId } from '../../../api/new-id.ts'
import type { TakeNote } from '../../../api/review-day.ts'
import { useRegister } from '../../../api/units.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { DayField } from '../../../ui/day-field.tsx'
import { focusOnOpen } from '../../../ui/focus-on-open.ts'
import { UnitSelect } from '../../../ui/unit-select.tsx'

interface NoteDialogProps {
  kind: TakeNote['kind']
  unitId: string
  unitName: string
  /** The server's time, for when it was taken. */
  now: () => number
  onTake: (note: TakeNote) => void
  onClose: () => void
}

interface Draft {
  text: string
  leadUnitId: string | null
  dueOn: string | null
}

/** A note on the unit that speaks, or what it commits to: kept on this device at once, sent when the network is there. */
export function NoteDialog({ kind, unitId, unitName, now, onTake, onClose }: NoteDialogProps) {
  const { t } = useWords()
  const { data } = useRegister()
  const [form] = Form.useForm<Draft>()
  const take = ({ text, leadUnitId, dueOn }: Draft) => {
    const takenAt = new Date(now()).toISOString()
    const note = { id: newId(), kind, unitId, text: text.trim(), takenAt }
    onTake(kind === 'note' ? note : { ...note, leadUnitId: leadUnitId ?? unitId, dueOn: dueOn ?? null })
    onClose()
  }
  return (
    <Modal
      open
      title={t(`day.take-${kind}`, { unit: unitName })}
      okText={t('app.save')}
      onOk={() => form.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
      width={640}
      afterOpenChange={focusOnOpen(() => form.getFieldInstance('text')?.focus())}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ text: '', leadUnitId: unitId, dueOn: null }}
        onFinish={take}
        onKeyDownCapture={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit()
        }}
      >
        <Form.Item
          name="text"
          label={t('day.text')}
          rules={[{ required: true, whitespace: true, message: t('day.text-missing') }]}
        >
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} />
        </Form.Item>
        {kind === 'commitment' && (
          <>
            <Form.Item name="leadUnitId" label={t('day.lead')}>
              <UnitSelect units={data?.units ?? []} />
            </Form.Item>
            <Form.Item name="dueOn" label={t('day.due')}>
              <DayField />
            </Form.Item>
            <p className="soft">{t('day.becomes-item')}</p>
          </>
        )}
      </Form>
    </Modal>
  )
}

import { Form, Input } from 'antd'
import type { Unit } from '../../api/model.ts'
import { useWords } from '../../i18n/use-words.ts'
import { DayField } from '../../ui/day-field.tsx'
import { UnitSelect, UnitsSelect } from '../../ui/unit-select.tsx'

export interface ItemDraft {
  title: string
  content: string
  leadUnitId: string | null
  supportingUnitIds: string[]
  dueOn: string | null
  reason?: string
}

/** The fields of an item, for creating and correcting. */
export function ItemFields({ units }: { units: readonly Unit[] }) {
  const { t } = useWords()
  return (
    <>
      <Form.Item
        name="title"
        label={t('ledger.field.title')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('ledger.field.title-missing') }]}
      >
        <Input.TextArea autoFocus autoSize={{ minRows: 1, maxRows: 3 }} maxLength={200} />
      </Form.Item>
      <Form.Item name="content" label={t('ledger.content')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} />
      </Form.Item>
      <Form.Item name="leadUnitId" label={t('ledger.column.lead')}>
        <UnitSelect units={units} />
      </Form.Item>
      <Form.Item name="supportingUnitIds" label={t('ledger.column.supporting')}>
        <UnitsSelect units={units} />
      </Form.Item>
      <Form.Item name="dueOn" label={t('ledger.column.due')}>
        <DayField />
      </Form.Item>
    </>
  )
}

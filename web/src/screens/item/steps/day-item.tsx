import { Form } from 'antd'
import { useWords } from '../../../i18n/use-words.ts'
import { DayField } from '../../../ui/day-field.tsx'

interface DayItemProps {
  readonly name: string
  readonly label: string
  readonly help?: string | undefined
  readonly isRequired?: boolean
}

/** A day in a step's form. */
export function DayItem({ name, label, help, isRequired = false }: DayItemProps) {
  const { t } = useWords()
  return (
    <Form.Item
      name={name}
      label={label}
      extra={help}
      rules={[{ required: isRequired, message: t('item.field.day-missing', { field: label }) }]}
    >
      <DayField />
    </Form.Item>
  )
}

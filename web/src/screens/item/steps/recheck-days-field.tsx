import { Form, InputNumber, Radio, Space } from 'antd'
import { useWords } from '../../../i18n/use-words.ts'

interface ChoiceProps {
  readonly id?: string
  readonly value?: number | null
  readonly onChange?: (days: number | null) => void
}

const USUAL = [30, 90, 180]

/** After how many natural days to look again, if at all. */
export function RecheckDaysField() {
  const { t } = useWords()
  return (
    <Form.Item
      name="recheckAfterDays"
      label={t('item.field.recheck-after')}
      extra={t('item.field.recheck-help')}
    >
      <Choice />
    </Form.Item>
  )
}

function Choice({ id, value = null, onChange }: ChoiceProps) {
  const { t } = useWords()
  return (
    <Space wrap>
      <Radio.Group
        optionType="button"
        value={value === null || USUAL.includes(value) ? value : undefined}
        options={[
          { value: null as unknown as number, label: t('item.field.recheck-none') },
          ...USUAL.map((days) => ({ value: days, label: t('item.field.recheck-days', { days }) })),
        ]}
        onChange={(event) => onChange?.(event.target.value as number | null)}
      />
      <InputNumber
        {...(id ? { id } : {})}
        aria-label={t('item.field.recheck-other')}
        placeholder={t('item.field.recheck-other')}
        min={1}
        max={1000}
        precision={0}
        value={value}
        onChange={(days) => onChange?.(days)}
      />
    </Space>
  )
}

import { Form, InputNumber } from 'antd'
import { useWords } from '../../../i18n/use-words.ts'
import { DayItem } from './day-item.tsx'
import type { StepFieldsProps } from './step-form.ts'
import { WordsField } from './words-field.tsx'

/** A closed item is opened again: why, and by when. */
export function ReopenFields({ item }: StepFieldsProps) {
  const { t } = useWords()
  return (
    <>
      <DayItem name="dueOn" label={t('item.field.new-due')} help={t('item.field.new-due-help')} isRequired />
      <WordsField name="reason" label={t('item.field.reason')} max={500} isRequired />
      {item.parts === null && (
        <Form.Item name="progress" label={t('item.field.reopen-progress')}>
          <InputNumber min={0} max={99} suffix="%" style={{ width: 140 }} />
        </Form.Item>
      )}
    </>
  )
}

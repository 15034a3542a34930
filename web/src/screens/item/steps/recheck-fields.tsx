import { Form, Radio } from 'antd'
import { useWords } from '../../../i18n/use-words.ts'
import { DayItem } from './day-item.tsx'
import { MethodFields } from './method-fields.tsx'
import { RecheckDaysField } from './recheck-days-field.tsx'
import { WordsField } from './words-field.tsx'

/** Looking again: passed stays closed, failed opens a new round with a deadline of its own. */
export function RecheckFields() {
  const { t } = useWords()
  const result = Form.useWatch('result')
  return (
    <>
      <Form.Item name="result" label={t('item.field.result')}>
        <Radio.Group
          optionType="button"
          options={(['passed', 'failed'] as const).map((value) => ({ value, label: t(`result.${value}`) }))}
        />
      </Form.Item>
      <MethodFields />
      <WordsField name="findings" label={t('item.field.findings')} max={2000} isRequired />
      {result === 'failed' ? (
        <DayItem
          name="dueOn"
          label={t('item.field.new-due')}
          help={t('item.field.new-due-help')}
          isRequired
        />
      ) : (
        <RecheckDaysField />
      )}
    </>
  )
}

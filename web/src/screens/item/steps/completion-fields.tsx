import { Form, Input } from 'antd'
import { useWords } from '../../../i18n/use-words.ts'
import { EvidenceField } from '../evidence/evidence-field.tsx'
import { CriterionSentence } from '../sections/criterion-sentence.tsx'
import type { StepFieldsProps } from './step-form.ts'
import { WordsField } from './words-field.tsx'

/** Says that it is done: what was done, the indicator's value where one closes the item, and the evidence. */
export function CompletionFields({ item }: StepFieldsProps) {
  const { t } = useWords()
  return (
    <>
      <WordsField name="done" label={t('item.field.done')} max={4000} rows={3} isRequired />
      {item.criterion && (
        <Form.Item
          name="value"
          label={t('item.field.value')}
          extra={<CriterionSentence criterion={item.criterion} />}
          rules={[
            { required: true, message: t('item.field.value-missing') },
            { pattern: /^-?\d{1,15}(\.\d{1,6})?$/, message: t('item.field.value-malformed') },
          ]}
        >
          <Input inputMode="decimal" suffix={item.criterion.unitOfMeasure} style={{ width: 220 }} />
        </Form.Item>
      )}
      <WordsField name="problems" label={t('item.field.problems')} max={2000} rows={1} />
      <WordsField name="support" label={t('item.field.support')} max={2000} rows={1} />
      <EvidenceField item={item} />
    </>
  )
}

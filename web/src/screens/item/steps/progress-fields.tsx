import { Form, InputNumber } from 'antd'
import { useWords } from '../../../i18n/use-words.ts'
import { EvidenceField } from '../evidence/evidence-field.tsx'
import type { StepFieldsProps } from './step-form.ts'
import { WordsField } from './words-field.tsx'

/** How far it has come, what was done, what comes next and what hinders. */
export function ProgressFields({ item }: StepFieldsProps) {
  const { t } = useWords()
  return (
    <>
      {item.parts === null ? (
        <Form.Item
          name="progress"
          label={t('item.field.progress')}
          extra={
            item.expected === null ? undefined : t('item.field.progress-help', { expected: item.expected })
          }
          rules={[{ required: true, message: t('item.field.progress-missing') }]}
        >
          <InputNumber min={0} max={100} suffix="%" style={{ width: 140 }} />
        </Form.Item>
      ) : (
        <p className="soft step-line">{t('item.field.progress-of-parts')}</p>
      )}
      <WordsField name="done" label={t('item.field.done')} max={4000} rows={3} isRequired />
      <WordsField name="next" label={t('item.field.next')} max={2000} rows={1} />
      <WordsField name="problems" label={t('item.field.problems')} max={2000} rows={1} />
      <WordsField name="support" label={t('item.field.support')} max={2000} rows={1} />
      <EvidenceField item={item} />
    </>
  )
}

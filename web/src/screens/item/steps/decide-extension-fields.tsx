import { Form, Radio } from 'antd'
import { useWords } from '../../../i18n/use-words.ts'
import type { StepFieldsProps } from './step-form.ts'
import { WordsField } from './words-field.tsx'

/** Says yes or no to a request for a later day. */
export function DecideExtensionFields({ item, target }: StepFieldsProps) {
  const { t } = useWords()
  const asked = item.extensions.find(({ id }) => id === target?.extensionId)
  return (
    <>
      {asked && (
        <blockquote className="step-told">
          <p className="soft">
            {t('item.extension-asked', { who: asked.asker, from: asked.fromDue ?? '—', to: asked.toDue })}
          </p>
          <p>{asked.reason}</p>
        </blockquote>
      )}
      <Form.Item name="decision" label={t('item.field.decision')}>
        <Radio.Group
          optionType="button"
          options={(['approve', 'refuse'] as const).map((value) => ({
            value,
            label: t(`decision.${value}`),
          }))}
        />
      </Form.Item>
      <WordsField name="note" label={t('item.field.decision-note')} max={1000} />
    </>
  )
}

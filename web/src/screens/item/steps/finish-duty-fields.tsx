import { useWords } from '../../../i18n/use-words.ts'
import { EvidenceField } from '../evidence/evidence-field.tsx'
import type { StepFieldsProps } from './step-form.ts'
import { WordsField } from './words-field.tsx'

/** A supporting unit tells that its part is done. */
export function FinishDutyFields({ item }: StepFieldsProps) {
  const { t } = useWords()
  return (
    <>
      <WordsField name="done" label={t('item.field.done')} max={2000} rows={3} isRequired />
      <EvidenceField item={item} />
    </>
  )
}

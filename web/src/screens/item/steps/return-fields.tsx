import { useWords } from '../../../i18n/use-words.ts'
import { LastCompletion } from './last-completion.tsx'
import { MethodFields } from './method-fields.tsx'
import type { StepFieldsProps } from './step-form.ts'
import { WordsField } from './words-field.tsx'

/** Verification failed: what is missing, so that the unit knows what to do again. */
export function ReturnFields({ item }: StepFieldsProps) {
  const { t } = useWords()
  return (
    <>
      <LastCompletion item={item} />
      <MethodFields />
      <WordsField name="reason" label={t('item.field.return-reason')} max={2000} isRequired />
    </>
  )
}

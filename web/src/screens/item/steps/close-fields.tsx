import { useWords } from '../../../i18n/use-words.ts'
import { LastCompletion } from './last-completion.tsx'
import { MethodFields } from './method-fields.tsx'
import { RecheckDaysField } from './recheck-days-field.tsx'
import type { StepFieldsProps } from './step-form.ts'
import { WordsField } from './words-field.tsx'

/** Verification passed: how it was verified, what was found, and when to look again. */
export function CloseFields({ item }: StepFieldsProps) {
  const { t } = useWords()
  return (
    <>
      <LastCompletion item={item} />
      <MethodFields />
      <WordsField name="findings" label={t('item.field.findings')} max={2000} isRequired />
      <RecheckDaysField />
    </>
  )
}

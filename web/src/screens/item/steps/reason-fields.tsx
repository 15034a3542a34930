import { useWords } from '../../../i18n/use-words.ts'
import { WordsField } from './words-field.tsx'

/** A step that says why. */
export function ReasonFields() {
  const { t } = useWords()
  return (
    <WordsField
      name="reason"
      label={t('item.field.reason')}
      help={t('item.field.reason-help')}
      max={500}
      isRequired
    />
  )
}

import { useWords } from '../../../i18n/use-words.ts'
import { DayItem } from './day-item.tsx'
import type { StepFieldsProps } from './step-form.ts'
import { WordsField } from './words-field.tsx'

/** Asks for a later day; the first deadline stays on record. */
export function ExtensionFields({ item }: StepFieldsProps) {
  const { t } = useWords()
  const help = item.dueOn
    ? t('item.field.to-due-help', { due: item.dueOn, first: item.firstDueOn ?? item.dueOn })
    : undefined
  return (
    <>
      <DayItem name="toDue" label={t('item.field.to-due')} help={help} isRequired />
      <WordsField name="reason" label={t('item.field.reason')} max={1000} isRequired />
    </>
  )
}

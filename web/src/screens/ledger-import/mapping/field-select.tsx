import { Select } from 'antd'
import type { SheetColumn, SheetField } from '../../../api/sheets.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { fieldName, SHEET_FIELDS } from './field-name.ts'
import type { MappingDraft } from './use-mapping-draft.ts'

interface FieldSelectProps {
  column: SheetColumn
  columns: readonly SheetColumn[]
  mapping: MappingDraft
}

/** An empty value is no choice to the list, so passing a column over has a value of its own. */
const PASSED_OVER = 'passed-over'

/** Which field a column holds: likely ones first; one that another column holds says so and moves over when chosen. */
export function FieldSelect({ column, columns, mapping }: FieldSelectProps) {
  const { t, locale } = useWords()
  const { draft, setField } = mapping
  const chosen = draft.columns[column.column] ?? null
  const optionOf = (field: SheetField) => {
    const holder = columns.find(({ column: at }) => at !== column.column && draft.columns[at] === field)
    const name = fieldName(locale, field)
    return { value: field, label: holder ? t('import.field-held', { name, letter: holder.letter }) : name }
  }
  const likely = column.alternatives
  const rest = SHEET_FIELDS.filter((field) => !likely.includes(field))
  const passedOver = { value: PASSED_OVER, label: t('import.passed-over') }
  const options = [
    passedOver,
    ...(likely.length > 0 ? [{ label: t('import.likely-fields'), options: likely.map(optionOf) }] : []),
    { label: t('import.all-fields'), options: rest.map(optionOf) },
  ]
  const name = t('import.field-of', { letter: column.letter, heading: column.headings.join(' / ') })
  return (
    <Select
      aria-label={name}
      className={chosen === null ? 'is-passed-over' : ''}
      style={{ width: '100%' }}
      popupMatchSelectWidth={260}
      showSearch={{ optionFilterProp: 'label' }}
      value={chosen ?? PASSED_OVER}
      options={options}
      onChange={(value) => setField(column.column, value === PASSED_OVER ? null : (value as SheetField))}
    />
  )
}

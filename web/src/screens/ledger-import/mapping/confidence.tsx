import type { SheetColumn, SheetField } from '../../../api/sheets.ts'
import { useWords } from '../../../i18n/use-words.ts'

/** How sure the proposal is, by word and shape; what a person chose instead is their own. */
export function Confidence({ column, field }: { column: SheetColumn; field: SheetField | null }) {
  const { t } = useWords()
  const { confidence } = column
  const level =
    field !== column.field
      ? 'chosen'
      : field === null
        ? 'none'
        : confidence >= 0.9
          ? 'sure'
          : confidence >= 0.6
            ? 'likely'
            : 'guess'
  const marks = { chosen: '✎', none: '–', sure: '●', likely: '◐', guess: '○' } as const
  return (
    <span className={`sheet-confidence is-${level}`}>
      <span aria-hidden="true">{marks[level]}</span> {t(`import.confidence.${level}`)}
    </span>
  )
}

import type { Context } from '../../../kernel/context.ts'
import { CodedError } from '../../../kernel/errors.ts'
import { columnLetter, type SheetRow } from '../../../platform/sheets/index.ts'
import type { RowNote } from '../rules/sheet/imported-item.ts'
import { textOfCell } from '../rules/sheet/row-reader.ts'
import type { SheetNote } from '../schema/sheets.ts'
import { sentenceOf } from '../sentences.ts'

/** A note as it is kept: where it stands and what it says, its sentence left to the reader's language. */
export interface StoredNote {
  readonly row: number
  readonly column: number | null
  readonly value: string
  readonly code: string
  readonly details: RowNote['details']
}

const LONGEST_VALUE = 120

export function storedNote(row: SheetRow, { column, code, details }: RowNote): StoredNote {
  const value = column === null ? '' : textOfCell(row.cells[column] ?? null).slice(0, LONGEST_VALUE)
  return { row: row.row, column, value, code, details }
}

/** The note as a person reads it: column by letter and heading, the sentence in the language asked for. */
export function presentNote(
  ctx: Pick<Context, 'locale'>,
  note: StoredNote,
  headings: readonly (readonly string[])[],
): SheetNote {
  const { row, column, value, code, details } = note
  return {
    row,
    letter: column === null ? null : columnLetter(column),
    heading: column === null ? null : (headings[column] ?? []).join(' / '),
    value,
    code,
    sentence: sentenceOf(new CodedError('invalid', code, details), ctx.locale),
  }
}

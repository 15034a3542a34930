import type { Readable } from 'node:stream'
import type { Locale } from '../../../kernel/context.ts'
import { type SheetColumn, type SheetValue, writeCsv, writeXlsx } from '../../../platform/sheets/index.ts'
import type { FileFormat } from '../schema/files.ts'
import { sentenceOf } from '../sentences.ts'

/** A table as it goes into a file: columns by their names in the catalogues, values raw. */
export interface TableFile {
  /** Without its ending. */
  readonly fileName: string
  readonly columns: readonly FileColumn[]
  readonly rows: readonly Readonly<Record<string, SheetValue>>[]
}

export interface FileColumn {
  readonly key: string
  readonly type: SheetColumn['type']
  /** A heading of its own, where the catalogues have none: a component's name. */
  readonly heading?: string
}

export const textColumn = (key: string): FileColumn => ({ key, type: 'text' })
export const numberColumn = (key: string): FileColumn => ({ key, type: 'number' })

/**
 * The bytes of a table: numbers are real ones, also below zero, which a guard of texts would touch; a text is never a
 * formula (`platform/sheets`).
 */
export function openTableFile(table: TableFile, format: FileFormat, locale: Locale): Readable {
  const columns = table.columns.map(({ key, type, heading }) => ({
    key,
    type,
    heading: heading ?? sentenceOf(locale, `indicators.file.${key}`, {}),
    width: type === 'text' ? 18 : 12,
  }))
  const content = { sheetName: sentenceOf(locale, 'indicators.file.sheet', {}), columns, rows: rowsOf(table) }
  return format === 'csv' ? writeCsv(content) : writeXlsx(content)
}

/** Values have at most 15 digits where they were published, which a number of a workbook holds. */
async function* rowsOf({ columns, rows }: TableFile): AsyncGenerator<Record<string, SheetValue>> {
  const numbers = columns.filter(({ type }) => type === 'number').map(({ key }) => key)
  for (const row of rows) {
    const raw = numbers.flatMap((key) => (typeof row[key] === 'string' ? [[key, Number(row[key])]] : []))
    yield { ...row, ...Object.fromEntries(raw) }
  }
}

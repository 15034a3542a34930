import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { invalid } from '../../../kernel/errors.ts'
import type { Cell, SheetRow, Table } from '../cell.ts'
import { columnLetter } from '../column-letter.ts'
import type { SheetLimits } from '../limits.ts'
import { decodePieces, encodingOf } from './decode-csv.ts'
import { unguardFormula } from './formula-guard.ts'
import { guessDelimiter } from './guess-delimiter.ts'

const HEAD = 64 * 1024

/**
 * A table as text: UTF-8, UTF-16 or GB18030; comma, tab or semicolon; every cell is a text.
 * @throws `platform.sheet-encoding`, `platform.sheet-wrong-type`; while reading `platform.csv-row-unreadable`,
 * `platform.sheet-too-wide`
 */
export function readCsv(bytes: Uint8Array, { name, limits }: { name: string; limits: SheetLimits }): Table {
  const encoding = encodingOf(bytes)
  const head = decodePieces(bytes.subarray(0, HEAD + (HEAD % 2)), encoding).next().value ?? ''
  const { delimiter, skipLines } = guessDelimiter(head)
  return {
    format: 'csv',
    opened: name,
    sheets: [{ name, isHidden: false, rows: countLines(bytes, encoding) }],
    async *rows(): AsyncGenerator<SheetRow> {
      const parser = parse({
        delimiter,
        from_line: skipLines + 1,
        relax_quotes: true,
        relax_column_count: true,
        max_record_size: limits.maxRowCharacters,
      })
      const source = Readable.from(decodePieces(bytes, encoding))
      source.on('error', (error) => parser.destroy(error))
      source.pipe(parser)
      let row = skipLines
      try {
        for await (const record of parser) {
          row++
          const cells = (record as string[]).map((text): Cell => unguardFormula(text) || null)
          while (cells.length > 0 && cells.at(-1) === null) cells.pop()
          if (cells.length > limits.maxColumns)
            throw invalid('platform.sheet-too-wide', {
              cell: `${columnLetter(cells.length - 1)}${row}`,
              limit: limits.maxColumns,
            })
          if (cells.length > 0) yield { row, cells, merged: [], isHidden: false }
        }
      } catch (error) {
        throw isCsvError(error) ? invalid('platform.csv-row-unreadable', { row: row + 1 }) : error
      } finally {
        source.destroy()
      }
    },
  }
}

const isCsvError = (error: unknown) => String((error as { code?: unknown })?.code).startsWith('CSV_')

/** At most as many rows as lines; in UTF-16 a line feed is one of two bytes. */
function countLines(bytes: Uint8Array, encoding: string): number {
  let lines = 1
  for (const byte of bytes) if (byte === 0x0a) lines++
  return encoding.startsWith('utf-16') ? Math.min(lines, Math.ceil(bytes.length / 2)) : lines
}

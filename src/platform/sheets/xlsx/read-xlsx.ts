import { invalid } from '../../../kernel/errors.ts'
import { openZip } from '../../zip/index.ts'
import type { SheetRow, Table } from '../cell.ts'
import { chooseSheet } from '../choose-sheet.ts'
import type { SheetLimits } from '../limits.ts'
import { MergedCells } from '../merged-cells.ts'
import { readCellFormats } from './cell-formats.ts'
import type { CellSource } from './cell-of-text.ts'
import { RowCollector } from './row-collector.ts'
import { scanPart } from './scan-part.ts'
import { surveySheet } from './survey-sheet.ts'
import { readSharedStrings } from './text-parts.ts'
import { readWorkbook } from './workbook.ts'

/**
 * Opens a workbook: its parts are found, its shared texts and styles read, the chosen sheet surveyed for merged cells.
 * Rows are then inflated and read as they are asked for.
 * @throws `platform.zip-*`, `platform.sheet-damaged`, `platform.sheet-wrong-type`, `platform.no-such-sheet`,
 * `platform.sheet-too-much-text`; while reading `platform.sheet-too-wide`
 */
export async function readXlsx(
  bytes: Uint8Array,
  { sheet, limits }: { sheet: string | undefined; limits: SheetLimits },
): Promise<Table> {
  const zip = openZip(bytes, limits)
  const foreign = foreignKind(zip.names)
  if (foreign) throw invalid('platform.sheet-wrong-type', { what: foreign })
  const book = await readWorkbook(zip)
  const chosen = chooseSheet(book.sheets, sheet)
  const survey = await surveySheet(zip, chosen.part, limits)
  const source: CellSource = {
    strings: await readSharedStrings(zip, { part: book.sharedStrings, maxTextBytes: limits.maxTextBytes }),
    formats: await readCellFormats(zip, book.styles),
    is1904: book.is1904,
  }
  return {
    format: 'xlsx',
    opened: chosen.name,
    sheets: book.sheets.map((each) => ({
      name: each.name,
      isHidden: each.isHidden,
      ...(each === chosen ? { rows: survey.rows } : {}),
    })),
    async *rows(): AsyncGenerator<SheetRow> {
      const merged = new MergedCells(survey.merges)
      const collector = new RowCollector({ source, merged, maxColumns: limits.maxColumns })
      for await (const _ of scanPart(zip, chosen.part, collector)) {
        yield* collector.take()
        if (collector.isDone) return
      }
      if (survey.rows > 0) throw invalid('platform.sheet-damaged', { part: chosen.part })
    },
  }
}

/** What else comes in a zip container, by a part that only it has. */
function foreignKind(names: readonly string[]): string | undefined {
  const has = (test: (name: string) => boolean) => names.some(test)
  if (has((name) => name === 'xl/workbook.bin')) return 'xlsb'
  if (has((name) => name.startsWith('word/'))) return 'docx'
  if (has((name) => name.startsWith('ppt/'))) return 'pptx'
  if (has((name) => name === 'content.xml')) return 'ods'
  return has((name) => /^(xl\/)?workbook\.xml$|^_rels\/\.rels$/.test(name)) ? undefined : 'zip'
}

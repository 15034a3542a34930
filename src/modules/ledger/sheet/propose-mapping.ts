import { createHash } from 'node:crypto'
import type { Context } from '../../../kernel/context.ts'
import { invalid } from '../../../kernel/errors.ts'
import type { OpenSheet, SheetRow } from '../../../platform/sheets/index.ts'
import {
  findHeadingRow,
  fullestRow,
  type HeadingRows,
  joinHeadings,
} from '../rules/sheet/find-heading-row.ts'
import { foldHeading } from '../rules/sheet/fold-heading.ts'
import { guessColumns } from '../rules/sheet/guess-columns.ts'
import { textOfCell } from '../rules/sheet/row-reader.ts'
import { type ProposeSheet, RememberedMapping, type SheetOptions } from '../schema/sheets.ts'
import { findMapping } from '../store/sheet-imports.ts'
import type { StoredMapping } from './stored-sheet.ts'

/** Headings are looked for among so many rows; so many rows below them are shown as samples. */
const HEAD_ROWS = 30
const SAMPLES = 4
const LONGEST_SAMPLE = 60

export interface Proposal {
  readonly mapping: StoredMapping
  /** Some rows read as a heading; otherwise the fullest row stands in for it, and a person says which it is. */
  readonly isUnderstood: boolean
  /** As decided last time for these headings, and as the sheet itself tells. */
  readonly options: Partial<SheetOptions>
  readonly rowsTotal: number | null
}

/**
 * Reads the beginning of a sheet and proposes which column holds what: as this office decided for the same headings
 * last time, otherwise by the headings' words.
 * @throws `platform.sheet-no-rows`, `ledger.sheet-no-heading` when the rows named are empty
 */
export async function proposeMapping(ctx: Context, sheet: OpenSheet, asked: ProposeSheet): Promise<Proposal> {
  const rows = await firstRows(sheet, Math.max(HEAD_ROWS, asked.lastHeadingRow ?? 0) + SAMPLES)
  if (rows.length === 0) throw invalid('platform.sheet-no-rows', { sheet: sheet.opened })
  const found = headingOf(rows, asked)
  const heading = found ?? fullestRow(rows.slice(0, HEAD_ROWS))
  const fingerprint = fingerprintOf(heading)
  const kept = await ctx.transaction((tx) => findMapping(tx, fingerprint))
  const remembered = RememberedMapping.safeParse(kept).data
  const guesses = guessColumns(heading.headings)
  const columns = remembered?.columns ?? guesses.map(({ field }) => field)
  const data = rows.filter(({ row }) => row > heading.lastRow)
  const samples = heading.headings.map((_, column) => samplesOf(data, column))
  const info = sheet.sheets.find(({ name }) => name === sheet.opened)
  return {
    mapping: {
      sheet: sheet.opened,
      sheets: sheet.sheets.map(({ name, isHidden }) => ({ name, isHidden })),
      firstHeadingRow: heading.firstRow,
      lastHeadingRow: heading.lastRow,
      columns,
      headings: heading.headings,
      samples,
      confidence: guesses.map(({ field, confidence }, column) =>
        columns[column] === field ? confidence : 1,
      ),
      alternatives: guesses.map(({ alternatives }) => alternatives.slice(0, 5)),
      isRemembered: remembered !== undefined,
      fingerprint,
    },
    isUnderstood: found !== undefined,
    options: {
      ...remembered?.options,
      year: yearIn([sheet.opened, ...rows.filter(({ row }) => row < heading.firstRow).flatMap(textsOf)]),
      progressIsFraction: looksLikeFractions(data, columns.indexOf('progress')),
    },
    rowsTotal: info?.rows ?? null,
  }
}

async function firstRows(sheet: OpenSheet, count: number): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const row of sheet.rows()) {
    rows.push(row)
    if (rows.length >= count) break
  }
  return rows
}

function headingOf(rows: readonly SheetRow[], asked: ProposeSheet): HeadingRows | undefined {
  const { firstHeadingRow: firstRow, lastHeadingRow: lastRow = firstRow } = asked
  if (firstRow === undefined || lastRow === undefined) return findHeadingRow(rows.slice(0, HEAD_ROWS))
  const span = rows.filter(({ row }) => row >= firstRow && row <= lastRow)
  if (span.length === 0) throw invalid('ledger.sheet-no-heading', { firstRow, lastRow })
  return { firstRow, lastRow, headings: joinHeadings(span) }
}

function fingerprintOf({ headings }: HeadingRows): string {
  const text = headings.map((parts) => parts.map(foldHeading).join('/')).join('|')
  return createHash('sha256').update(text).digest('hex')
}

function samplesOf(rows: readonly SheetRow[], column: number): string[] {
  const texts = rows.map(({ cells }) => textOfCell(cells[column] ?? null)).filter((text) => text !== '')
  return texts.slice(0, SAMPLES).map((text) => text.slice(0, LONGEST_SAMPLE))
}

const textsOf = ({ cells }: SheetRow) => cells.filter((cell) => typeof cell === 'string')

/** The one year that the title of a sheet names. */
function yearIn(texts: readonly string[]): number | null {
  const years = new Set(texts.flatMap((text) => text.match(/(?:19|20)\d{2}(?=年)/g) ?? []))
  return years.size === 1 ? Number([...years][0]) : null
}

/** Plain numbers of which none is above 1 and some are between: 0.85 means 85 %. */
function looksLikeFractions(rows: readonly SheetRow[], column: number): boolean {
  const values = rows.map(({ cells }) => cells[column]).filter((cell) => typeof cell === 'number')
  return values.length > 0 && values.every((value) => value <= 1) && values.some((value) => value % 1 !== 0)
}

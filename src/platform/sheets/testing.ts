import { type CellObject, utils, type WorkSheet, write } from '@e965/xlsx'
import { strToU8, zipSync } from 'fflate'
import type { SheetRow } from './cell.ts'
import { type OpenSheetOptions, openSheet } from './open-sheet.ts'

/** All rows of a table, read as the product reads it. */
export async function readRows(
  bytes: Uint8Array,
  options: Partial<OpenSheetOptions> = {},
): Promise<readonly SheetRow[]> {
  const sheet = await openSheet({ source: { bytes }, fileName: 'table.xlsx', ...options })
  return collect(sheet.rows())
}

/** A workbook by another maker's hand (SheetJS), in either format. */
export function otherWorkbook(
  sheets: Readonly<Record<string, Partial<WorkSheet>>>,
  bookType: 'xlsx' | 'biff8' = 'xlsx',
): Uint8Array {
  const book = utils.book_new()
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet as WorkSheet, name)
  return new Uint8Array(write(book, { type: 'array', bookType, cellStyles: true }))
}

/** A sheet of SheetJS from cells by their reference. */
export function otherSheet(
  cells: Readonly<Record<string, CellObject>>,
  more: Partial<WorkSheet> = {},
): WorkSheet {
  const range = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: 99, c: 29 } })
  return { '!ref': range, ...cells, ...more } as WorkSheet
}

export interface RawWorkbook {
  /** What stands in the sheet's part, with its root. */
  readonly sheet: string
  readonly workbook?: string
  readonly strings?: string
  readonly styles?: string
}

/** A workbook from its very parts, for what no writer of ours would write. */
export function rawWorkbook({ sheet, workbook, strings, styles }: RawWorkbook): Uint8Array {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const relationship = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${office}/${type}" Target="${target}"/>`
  const parts = {
    '_rels/.rels': `<Relationships>${relationship(1, 'officeDocument', '/xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml':
      workbook ?? '<workbook><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships>${relationship(1, 'worksheet', 'worksheets/sheet1.xml')}${relationship(2, 'sharedStrings', 'sharedStrings.xml')}${relationship(3, 'styles', 'styles.xml')}</Relationships>`,
    'xl/worksheets/sheet1.xml': sheet,
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': strings }),
    ...(styles === undefined ? {} : { 'xl/styles.xml': styles }),
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
}

/** Everything that an asynchronous sequence gives. */
export async function collect<T>(sequence: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const each of sequence) all.push(each)
  return all
}

import { type CellObject, type DenseWorkSheet, type Range, read, type WorkBook } from '@e965/xlsx'
import { invalid } from '../../../kernel/errors.ts'
import type { Cell, SheetRow, Table } from '../cell.ts'
import { chooseSheet } from '../choose-sheet.ts'
import { columnLetter } from '../column-letter.ts'
import type { SheetLimits } from '../limits.ts'
import { MergedCells } from '../merged-cells.ts'
import { formatOfCode } from '../number-format.ts'
import { cellOfSerial } from '../serial-day.ts'

/**
 * The old binary workbook, also WPS's `.et`. Its format has to be unfolded in one piece, therefore a size limit.
 * @throws `platform.xls-too-large`, `platform.sheet-encrypted`, `platform.sheet-damaged`, `platform.no-such-sheet`;
 * while reading `platform.sheet-too-wide`
 */
export function readXls(
  bytes: Uint8Array,
  { sheet, limits }: { sheet: string | undefined; limits: SheetLimits },
): Table {
  if (bytes.length > limits.maxXlsBytes)
    throw invalid('platform.xls-too-large', {
      megabytes: Math.ceil(bytes.length / 1024 / 1024),
      limitMegabytes: Math.floor(limits.maxXlsBytes / 1024 / 1024),
    })
  const book = open(bytes)
  const hidden = book.Workbook?.Sheets?.map((each) => (each.Hidden ?? 0) !== 0) ?? []
  const names = book.SheetNames.map((name, index) => ({ name, isHidden: hidden[index] ?? false }))
  const chosen = chooseSheet(names, sheet)
  const content = book.Sheets[chosen.name] as DenseWorkSheet
  const is1904 = book.Workbook?.WBProps?.date1904 ?? false
  const rows = content['!data']?.length ?? 0
  return {
    format: 'xls',
    opened: chosen.name,
    sheets: names.map((each) => (each === chosen ? { ...each, rows } : each)),
    rows: () => rowsOf(content, { is1904, maxColumns: limits.maxColumns }),
  }
}

function open(bytes: Uint8Array): WorkBook {
  const options = {
    type: 'array',
    dense: true,
    cellFormula: false,
    cellHTML: false,
    cellText: false,
  } as const
  try {
    return read(bytes, { ...options, cellNF: true, cellStyles: true })
  } catch (error) {
    if (/password|encrypt/i.test(String(error))) throw invalid('platform.sheet-encrypted')
    throw invalid('platform.sheet-damaged', { part: 'workbook' })
  }
}

async function* rowsOf(
  sheet: DenseWorkSheet,
  { is1904, maxColumns }: { is1904: boolean; maxColumns: number },
): AsyncGenerator<SheetRow> {
  const merged = new MergedCells(
    (sheet['!merges'] ?? []).map(({ s, e }: Range) => ({
      fromRow: s.r + 1,
      toRow: e.r + 1,
      fromColumn: s.c,
      toColumn: Math.min(e.c, maxColumns - 1),
    })),
  )
  const data = (sheet['!data'] ?? []) as ((CellObject | undefined)[] | undefined)[]
  for (let index = 0; index < data.length; index++) {
    const cells = Array.from(data[index] ?? [], (cell) => cellOf(cell, is1904))
    while (cells.length > 0 && cells.at(-1) === null) cells.pop()
    if (cells.length > maxColumns)
      throw invalid('platform.sheet-too-wide', {
        cell: `${columnLetter(cells.length - 1)}${index + 1}`,
        limit: maxColumns,
      })
    const isEmpty = cells.length === 0
    const filled = merged.fill(index + 1, cells)
    const isHidden = sheet['!rows']?.[index]?.hidden ?? false
    if (!isEmpty) yield { row: index + 1, cells, merged: filled, isHidden }
  }
}

function cellOf(cell: CellObject | undefined, is1904: boolean): Cell {
  if (cell?.v === undefined || cell.v === null || cell.t === 'z') return null
  if (cell.t === 'e') return { kind: 'error', text: cell.w ?? ERRORS[Number(cell.v)] ?? '#ERROR!' }
  if (cell.t === 'b') return cell.v === true
  if (cell.t !== 'n') return String(cell.v) || null
  const value = Number(cell.v)
  const format = cell.z === undefined ? 'plain' : formatOfCode(String(cell.z))
  if (format === 'percent') return { kind: 'percent', fraction: value }
  return format === 'plain' ? value : cellOfSerial(value, { is1904, isTime: format === 'time' })
}

/** [MS-XLS] 2.5.10 Bes. */
const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
}

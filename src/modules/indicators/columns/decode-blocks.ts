import type { Column } from '../rules/values/column.ts'
import { decodeColumn } from '../rules/values/decode-column.ts'
import { mergeColumns } from '../rules/values/merge-columns.ts'
import type { BlockRow } from '../store/read-blocks.ts'
import type { KeptBlocks, TenantBlocks } from './kept-blocks.ts'

/** Lists of units kept once, at most so many; a city has a few dozen. */
const MOST_LISTS = 10_000

export function decodeBlocks(rows: readonly BlockRow[], unitLists: TenantBlocks['unitLists']): KeptBlocks {
  const columns = rows.map((row) => decodeBlock(row, unitLists))
  const [first, ...others] = columns
  const newest = first && mergeColumns([first, ...others])
  const notes = rows.flatMap(({ vintage, notes }) => (notes ? [{ vintage, notes }] : []))
  return { columns, notes, newest, bytes: bytesOf(columns, newest) }
}

function decodeBlock(row: BlockRow, unitLists: TenantBlocks['unitLists']): Column {
  let units = unitLists.get(row.units)
  if (!units) {
    units = row.units.slice(1, -1).split(',').map(Number)
    if (unitLists.size >= MOST_LISTS) unitLists.clear()
    unitLists.set(row.units, units)
  }
  const values = row.values
    .slice(1, -1)
    .split(',')
    .map((value) => (value === 'NULL' ? null : value))
  return decodeColumn({ period: row.period, units, values, vintage: row.vintage })
}

/** About what V8 takes: eight bytes an element, sixteen more for a number past 2^31, objects around them. */
function bytesOf(columns: readonly Column[], newest: Column | undefined): number {
  const all = columns.length > 1 && newest ? [...columns, newest] : columns
  return all.reduce((sum, { values }) => sum + 160 + values.length * 16, 200)
}

import type { Column, Scaled } from './column.ts'
import { narrow, rescale } from './rescale.ts'

/** One column from those of several vintages, ascending: the value of a unit is that of the newest one that names it. */
export function mergeColumns(columns: readonly [Column, ...Column[]]): Column {
  const newest = columns.at(-1)!
  if (columns.length === 1) return newest
  const scale = Math.max(...columns.map((column) => column.scale))
  const byUnit = new Map<number, Scaled | null>()
  for (const column of columns) {
    const { units, values } = rescale(column, scale)
    for (const [at, unit] of units.entries()) byUnit.set(unit, values[at]!)
  }
  const units = [...byUnit.keys()].sort((a, b) => a - b)
  const values = narrow(units.map((unit) => byUnit.get(unit)!))
  return { period: newest.period, scale, units, values, vintage: newest.vintage }
}

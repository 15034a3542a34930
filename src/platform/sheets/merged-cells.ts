import type { Cell } from './cell.ts'

/** A merged range: columns from 0, rows as the spreadsheet counts them, both ends included. */
export interface MergedRange {
  readonly fromRow: number
  readonly toRow: number
  readonly fromColumn: number
  readonly toColumn: number
}

/**
 * Repeats the value of a merged cell in every cell that it covers, row by row as they come. Ranges are taken in the
 * order of their first row, so that only those under way are looked at.
 */
export class MergedCells {
  readonly #waiting: MergedRange[]
  #open: { range: MergedRange; value: Cell }[] = []

  constructor(ranges: readonly MergedRange[]) {
    this.#waiting = [...ranges].sort((a, b) => b.fromRow - a.fromRow)
  }

  /** Fills the row in place and returns the columns that were filled. */
  fill(row: number, cells: Cell[]): number[] {
    this.#open = this.#open.filter(({ range }) => range.toRow >= row)
    while ((this.#waiting.at(-1)?.fromRow ?? Number.POSITIVE_INFINITY) <= row) {
      const range = this.#waiting.pop()!
      const value = range.fromRow === row ? (cells[range.fromColumn] ?? null) : null
      if (range.toRow >= row && value !== null) this.#open.push({ range, value })
    }
    const filled: number[] = []
    for (const { range, value } of this.#open)
      for (let column = range.fromColumn; column <= range.toColumn; column++) {
        if (row === range.fromRow && column === range.fromColumn) continue
        while (cells.length < column) cells.push(null)
        cells[column] = value
        filled.push(column)
      }
    return filled.sort((a, b) => a - b)
  }
}

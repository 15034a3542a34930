import { invalid } from '../../../kernel/errors.ts'
import type { Cell, SheetRow } from '../cell.ts'
import { columnLetter, columnOfReference } from '../column-letter.ts'
import type { MergedCells } from '../merged-cells.ts'
import { type CellSource, cellOfText } from './cell-of-text.ts'
import { attributeOf, type XmlHandler } from './xml-scanner.ts'

interface CollectorOptions {
  readonly source: CellSource
  readonly merged: MergedCells
  readonly maxColumns: number
}

/** Turns the tags of a sheet into rows. Rows without anything in them are passed over. */
export class RowCollector implements XmlHandler {
  readonly #options: CollectorOptions
  #finished: SheetRow[] = []
  #row = 0
  #isHidden = false
  #cells: Cell[] = []
  #column = -1
  #type = 'n'
  #style = 0
  #text = ''
  #isValue = false
  #isReading = false
  /** True behind the last row: what follows is of no interest. */
  isDone = false

  constructor(options: CollectorOptions) {
    this.#options = options
  }

  /** The rows that are complete, once each. */
  take(): SheetRow[] {
    const rows = this.#finished
    this.#finished = []
    return rows
  }

  onOpen(name: string, attributes: string): void {
    switch (name) {
      case 'row':
        this.#row = Number(attributeOf(attributes, 'r') ?? this.#row + 1)
        this.#isHidden = /^(1|true)$/.test(attributeOf(attributes, 'hidden') ?? '')
        this.#cells = []
        this.#column = -1
        break
      case 'c': {
        const reference = attributeOf(attributes, 'r')
        this.#column = reference === undefined ? this.#column + 1 : columnOfReference(reference)
        this.#type = attributeOf(attributes, 't') ?? 'n'
        this.#style = Number(attributeOf(attributes, 's') ?? 0)
        this.#text = ''
        break
      }
      case 'rPh':
        this.#isReading = true
        break
      case 'v':
        this.#isValue = true
        break
      case 't':
        this.#isValue = !this.#isReading
        break
    }
  }

  onText(text: string): void {
    if (this.#isValue) this.#text += text
  }

  onClose(name: string): void {
    if (name === 'v' || name === 't') this.#isValue = false
    else if (name === 'rPh') this.#isReading = false
    else if (name === 'c') this.#closeCell()
    else if (name === 'row') this.#closeRow()
    else if (name === 'sheetData') this.isDone = true
  }

  #closeCell(): void {
    const raw = { type: this.#type, style: this.#style, text: this.#text }
    const cell = cellOfText(raw, this.#options.source)
    if (cell === null || this.#column < 0) return
    if (this.#column >= this.#options.maxColumns)
      throw invalid('platform.sheet-too-wide', {
        cell: `${columnLetter(this.#column)}${this.#row}`,
        limit: this.#options.maxColumns,
      })
    while (this.#cells.length < this.#column) this.#cells.push(null)
    this.#cells[this.#column] = cell
  }

  #closeRow(): void {
    const cells = this.#cells
    const isEmpty = cells.length === 0
    const merged = this.#options.merged.fill(this.#row, cells)
    if (!isEmpty) this.#finished.push({ row: this.#row, cells, merged, isHidden: this.#isHidden })
  }
}

import type { Cell, SheetRow } from '../../../../platform/sheets/index.ts'
import { cellText, shiftDecimal } from './cell-text.ts'
import { periodOfColumn } from './find-period.ts'
import { type FoundIndicator, IndicatorNames, RowLabels } from './indicator-names.ts'
import { isFootnote, NoteOpeners } from './is-footnote.ts'
import { type Named, nameOf } from './name-of-value.ts'
import type { ObservationSink, ReaderLookups } from './observation-sink.ts'
import { PeriodPlaces } from './period-places.ts'
import { joinedMonth, PeriodTexts } from './period-texts.ts'
import { isTotalName } from './profile-columns.ts'
import { isMeasure, readHeading } from './read-heading.ts'
import { plainDecimal, readValue } from './read-value.ts'
import {
  type Aspect,
  indicatorKey,
  type TableColumn,
  type TableMapping,
  type ValueColumn,
} from './table-mapping.ts'
import { type FoundUnit, UnitNames } from './unit-names.ts'

const LONGEST_VALUE = 120

/**
 * Reads the rows of a table by its mapping, one by one, into a sink: values with the cell that they stand in, and what is
 * wrong. Names and periods are resolved once each, so a long file costs two look-ups a row.
 */
export class ObservationReader {
  readonly #mapping: TableMapping
  readonly #lookups: ReaderLookups
  readonly #sink: ObservationSink
  readonly #indicators: IndicatorNames
  readonly #labels = new RowLabels()
  readonly #values: readonly {
    readonly at: number
    readonly column: ValueColumn
    readonly period: number | null
  }[]
  readonly #at: Readonly<Record<'unit' | 'period' | 'year' | 'month' | 'indicator' | 'measure', number>>
  readonly #units: UnitNames
  readonly #periods: PeriodTexts
  readonly #rowNames = new Map<string, Named>()
  readonly #notes = new NoteOpeners()
  readonly #tablePeriod: number | null
  #section: Named | null = null
  #lastPeriod: number | undefined
  #lastIndicator: Named | undefined
  #lastUnit = ''
  readonly #places: PeriodPlaces
  #row = 0
  /** Rows that gave no value. */
  skipped = 0

  constructor(mapping: TableMapping, lookups: ReaderLookups, sink: ObservationSink) {
    this.#mapping = mapping
    this.#lookups = lookups
    this.#sink = sink
    this.#indicators = new IndicatorNames(mapping, lookups)
    this.#units = new UnitNames(mapping, lookups)
    this.#places = new PeriodPlaces(lookups)
    this.#periods = new PeriodTexts(mapping.table.period, lookups.period)
    const find = (role: TableColumn['role']) => mapping.columns.findIndex((column) => column.role === role)
    this.#at = {
      unit: find('unit'),
      period: find('period'),
      year: find('year'),
      month: find('month'),
      indicator: find('indicator'),
      measure: find('measure'),
    }
    const number = (text: string | null) => (text === null ? null : (lookups.period(text) ?? null))
    this.#tablePeriod = number(mapping.table.period)
    this.#values = mapping.columns.flatMap((column, at) =>
      column.role === 'value'
        ? [{ at, column, period: number(periodOfColumn(column.period, mapping.table.period)) }]
        : [],
    )
  }

  read({ row, cells }: SheetRow): void {
    if (row <= this.#mapping.lastHeadingRow) return
    this.#row = row
    if (this.#isAside(cells)) {
      this.skipped++
      return
    }
    const named = this.#at.indicator >= 0 ? this.#indicatorOfRow(cells) : null
    const measure = this.#at.measure >= 0 ? cellText(cells[this.#at.measure]).trim() || null : null
    let rowPeriod: number | undefined | null = null
    for (const value of this.#values) {
      const cell = cells[value.at]
      if (cell === null || cell === undefined || cell === '') continue
      const plain = typeof cell === 'string' ? plainDecimal(cell) : undefined
      if (plain === undefined && !this.#hasMeaning(cell)) continue
      let period = value.period
      if (period === null) {
        if (rowPeriod === null) rowPeriod = this.#periodOfRow(cells)
        if (rowPeriod === undefined) return
        period = rowPeriod
      }
      const { column } = value
      const name = nameOf(column, named ?? this.#section, this.#mapping.table.indicator)
      if (name.name === '') {
        this.#problem('indicators.sheet-indicator-missing', value.at, cell)
        continue
      }
      const found = this.#indicators.find(
        name.name,
        name.aspect,
        column.measure ?? measure ?? name.measure ?? this.#tableMeasure(name.aspect),
      )
      if (found === 'skipped') continue
      if ('code' in found) {
        this.#problem(found.code, value.at, cell, found.details)
        continue
      }
      this.#take({ at: value.at, cell, plain, aspect: name.aspect }, found, period, cells, column.unit)
    }
  }

  #take(
    value: {
      readonly at: number
      readonly cell: Cell
      readonly plain: string | undefined
      readonly aspect: Aspect
    },
    found: Exclude<FoundIndicator, string | { code: string }>,
    printed: number,
    cells: readonly Cell[],
    columnUnit: string | null,
  ): void {
    const { at, cell, plain, aspect } = value
    const unit = this.#unitOf(cells, columnUnit, printed)
    if (unit === 'skipped') return
    if (typeof unit === 'object') {
      const isOfColumn = columnUnit !== null || this.#at.unit < 0
      this.#problem(
        unit.code,
        isOfColumn ? at : this.#at.unit,
        isOfColumn ? (columnUnit ?? '') : (cells[this.#at.unit] ?? ''),
        {
          name: columnUnit ?? cellText(cells[this.#at.unit]),
        },
      )
      return
    }
    let text: string | null | undefined = plain
    if (text === undefined) text = this.#valueOf(cell, at, found, aspect)
    if (text === undefined) return
    if (text !== null && found.power !== 0 && (plain !== undefined || this.#isShifted))
      text = shiftDecimal(text, found.power)
    const placed = this.#places.find(found.number, printed)
    // What is only compared may be of a computed indicator.
    if (typeof placed !== 'number' && !found.isAside) {
      this.#problem(placed.code, at, cell, placed.details)
      return
    }
    const period = typeof placed === 'number' ? placed : printed
    if (unit === 'total' || found.isAside) {
      if (text !== null)
        this.#sink.aside(unit === 'total' && !found.isAside ? 'total' : aspect, {
          indicator: found.number,
          period,
          unit: unit === 'total' ? null : unit,
          value: text,
          row: this.#row,
          column: at,
        })
      return
    }
    if (this.#marks !== '' && plain === undefined)
      this.#sink.mark({ indicator: found.number, period, unit, mark: this.#marks })
    this.#sink.observation(found.number, period, unit, text, this.#row, at)
  }

  /** Set by `#valueOf`: footnote marks of the cell, and whether the column's measure is that of the value. */
  #marks = ''
  #isShifted = true

  /** Undefined when the cell is a problem, which is told. */
  #valueOf(
    cell: Cell,
    at: number,
    found: { readonly measure: string },
    aspect: Aspect,
  ): string | null | undefined {
    this.#isShifted = true
    this.#marks = ''
    const read = readValue(cell, this.#mapping.signs)
    if (read.kind === 'fault') {
      this.#problem(`indicators.sheet-value-${read.fault}`, at, cell)
      return undefined
    }
    if (read.kind === 'empty') return undefined
    this.#marks = read.marks
    if (read.kind === 'not-available') return null
    const { suffix, value } = read
    if (suffix === '') return value
    if (suffix === '%' || suffix === '‰') {
      if (aspect !== 'level' || found.measure === suffix || (suffix === '%' && /百分点/.test(found.measure)))
        return value
      this.#problem('indicators.sheet-percent-in-level', at, cell, { expected: found.measure })
      return undefined
    }
    const power = isMeasure(suffix) ? this.#lookups.power(suffix, found.measure) : undefined
    if (power === undefined) {
      this.#problem('indicators.sheet-value-unit-in-cell', at, cell, { suffix, expected: found.measure })
      return undefined
    }
    this.#isShifted = false
    return shiftDecimal(value, power)
  }

  #unitOf(cells: readonly Cell[], columnUnit: string | null, period: number): FoundUnit {
    const { unit } = this.#at
    if (columnUnit !== null) return this.#units.find(columnUnit, period)
    if (unit < 0) return this.#units.find(this.#mapping.table.unit ?? '', period)
    const name = cellText(cells[unit])
    if (name.trim() !== '') this.#lastUnit = name
    // Below a unit its further indicators stand without its name, as a merged cell leaves them in a csv file.
    const isBelow = name.trim() === '' && this.#at.indicator > unit
    return this.#units.find(isBelow ? this.#lastUnit : name, period)
  }

  #periodOfRow(cells: readonly Cell[]): number | undefined {
    const { period: at, year, month } = this.#at
    if (at < 0 && year < 0) {
      if (this.#tablePeriod === null) this.#problem('indicators.sheet-period-missing', null, '')
      return this.#tablePeriod ?? undefined
    }
    const cell = cells[at >= 0 ? at : year]
    const text = at >= 0 || month < 0 ? cellText(cell) : joinedMonth(cellText(cell), cellText(cells[month]))
    if (text.trim() === '') {
      if (this.#lastPeriod === undefined)
        this.#problem('indicators.sheet-period-missing', at >= 0 ? at : year, '')
      return this.#lastPeriod
    }
    const found = this.#periods.find(text)
    // 合计 below the months is of all of them.
    if (found === undefined && isTotalName(text)) return undefined
    if (found === undefined)
      this.#problem('indicators.sheet-period-unreadable', at >= 0 ? at : year, cell ?? '')
    this.#lastPeriod = found
    return found
  }

  #indicatorOfRow(cells: readonly Cell[]): Named | null {
    const raw = cellText(cells[this.#at.indicator])
    if (raw.trim() === '') return this.#lastIndicator ?? null
    const isPart = /^[\s\u3000]|^(?:其中|#)/.test(raw)
    let named = isPart ? undefined : this.#rowNames.get(raw)
    if (!named) {
      const chosen = this.#mapping.indicatorNames[indicatorKey(raw, 'level')]
      named =
        chosen === undefined
          ? this.#labels.read(raw)
          : { name: raw, aspect: 'level', measure: readHeading(raw).measure }
      // Only names that begin anew: 其中 depends on the row before it.
      if (!isPart && this.#values.length === 1) this.#rowNames.set(raw, named)
    }
    this.#lastIndicator = named
    return named
  }

  /** A footnote, or a line that heads the rows below it: 一、地区生产总值（亿元）. */
  #isAside(cells: readonly Cell[]): boolean {
    const first = cells[0]
    if (typeof first === 'string' ? this.#notes.isOpenedBy(first) : first === null || first === undefined)
      if (isFootnote({ cells })) return true
    for (const { at } of this.#values) {
      const cell = cells[at]
      if (cell !== null && cell !== undefined && (at === 0 || cell !== first)) return false
    }
    const texts = [...new Set(cells.map((cell) => cellText(cell).trim()).filter((text) => text !== ''))]
    if (texts.length === 1 && this.#at.indicator < 0) this.#section = this.#labels.read(texts[0]!)
    return true
  }

  #hasMeaning(cell: Cell): boolean {
    return typeof cell !== 'string' || cell.trim() !== ''
  }

  #tableMeasure(aspect: Aspect): string | null {
    return aspect === 'level' || aspect === 'former' || aspect === 'target'
      ? this.#mapping.table.measure
      : null
  }

  #problem(
    code: string,
    column: number | null,
    cell: Cell,
    details: Record<string, string | number> = {},
  ): void {
    const value = cellText(cell).slice(0, LONGEST_VALUE)
    this.#sink.problem({ row: this.#row, column, value, code, details: { value, ...details } })
  }
}

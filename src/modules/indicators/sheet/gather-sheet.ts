import type {
  CellPlace,
  ObservationSink,
  ReaderLookups,
  SheetProblem,
} from '../rules/sheet/observation-sink.ts'
import { ObservationReader } from '../rules/sheet/read-observations.ts'
import type { Aspect, TableMapping } from '../rules/sheet/table-mapping.ts'
import type { Row } from '../rules/values/gather-rows.ts'

export interface Aside extends CellPlace {
  readonly what: Aspect | 'total'
  readonly indicator: number
  readonly period: number
  readonly unit: number | null
  readonly value: string
}

/** The values of one indicator in one period, in columns: a million of them take a hundred megabytes less than objects. */
export interface GatheredBlock {
  readonly indicator: number
  readonly period: number
  readonly units: number[]
  readonly values: (string | null)[]
  readonly rows: number[]
  readonly columns: number[]
}

const KEPT_PROBLEMS = 100_000

/** Takes what a table gives, value by value, and keeps it by indicator and period. */
export class SheetGatherer implements ObservationSink {
  readonly blocks = new Map<number, GatheredBlock>()
  readonly asides: Aside[] = []
  readonly marks = new Map<string, string>()
  readonly problems: SheetProblem[] = []
  problemCount = 0
  values = 0
  readonly reader: ObservationReader
  #last: GatheredBlock | undefined

  constructor(mapping: TableMapping, lookups: ReaderLookups) {
    this.reader = new ObservationReader(mapping, lookups, this)
  }

  observation(
    indicator: number,
    period: number,
    unit: number,
    value: string | null,
    row: number,
    column: number,
  ): void {
    let block = this.#last
    if (block === undefined || block.indicator !== indicator || block.period !== period) {
      const key = indicator * 1_000_000_000 + period
      block = this.blocks.get(key)
      if (block === undefined) {
        block = { indicator, period, units: [], values: [], rows: [], columns: [] }
        this.blocks.set(key, block)
      }
      this.#last = block
    }
    block.units.push(unit)
    block.values.push(value)
    block.rows.push(row)
    block.columns.push(column)
    this.values++
  }

  aside(what: Aside['what'], at: Omit<Aside, 'what'>): void {
    this.asides.push({ what, ...at })
  }

  mark({
    indicator,
    period,
    unit,
    mark,
  }: {
    indicator: number
    period: number
    unit: number
    mark: string
  }): void {
    this.marks.set(`${indicator} ${period} ${unit}`, mark)
  }

  problem(problem: SheetProblem): void {
    this.problemCount++
    if (this.problems.length < KEPT_PROBLEMS) this.problems.push(problem)
  }
}

export interface Duplicate {
  readonly indicator: number
  readonly period: number
  readonly unit: number
  readonly values: readonly [string | null, string | null]
  readonly cells: readonly [CellPlace, CellPlace]
}

/** Leaves each value once: equal repetitions are counted and dropped, different ones told. Sorts each block by unit. */
export function settleBlocks(blocks: Iterable<GatheredBlock>): { repeated: number; duplicates: Duplicate[] } {
  let repeated = 0
  const duplicates: Duplicate[] = []
  for (const block of blocks) {
    const { units, values, rows, columns } = block
    if (units.every((unit, at) => at === 0 || unit > units[at - 1]!)) continue
    const order = units.map((_, at) => at).sort((a, b) => units[a]! - units[b]! || a - b)
    const kept: number[] = []
    for (const at of order) {
      const before = kept.at(-1)
      if (before === undefined || units[before] !== units[at]) {
        kept.push(at)
        continue
      }
      repeated++
      if (values[before] === values[at]) continue
      const place = (which: number): CellPlace => ({ row: rows[which]!, column: columns[which]! })
      const { indicator, period } = block
      duplicates.push({
        indicator,
        period,
        unit: units[at]!,
        values: [values[before]!, values[at]!],
        cells: [place(before), place(at)],
      })
    }
    for (const list of [units, values, rows, columns] as unknown[][]) {
      const sorted = kept.map((at) => list[at])
      list.length = 0
      for (const each of sorted) list.push(each)
    }
  }
  return { repeated, duplicates }
}

/** The values one by one, as they are published. */
export function* rowsOf({ blocks, marks }: Pick<SheetGatherer, 'blocks' | 'marks'>): Generator<Row> {
  for (const { indicator, period, units, values } of blocks.values())
    for (let at = 0; at < units.length; at++) {
      const unit = units[at]!
      const note = marks.size === 0 ? undefined : marks.get(`${indicator} ${period} ${unit}`)
      yield { indicator, period, unit, value: values[at]!, ...(note === undefined ? {} : { note }) }
    }
}

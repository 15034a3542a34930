import type { Cell, SheetRow } from '../../../../platform/sheets/index.ts'
import { periodNumber } from '../period/period-number.ts'
import { readPeriod } from '../period/period-text.ts'
import type { ObservationSink, ReaderLookups, SheetProblem } from './observation-sink.ts'
import { proposeTable, type TableProposal } from './propose-table.ts'
import { ObservationReader } from './read-observations.ts'
import type { TableMapping } from './table-mapping.ts'

/** Districts of 泊江市, whose numbers are their places here from 1. */
export const DISTRICTS = ['泊江市', '青渡区', '望汐区', '锦汀区', '云泊新区', '鹤汀区'] as const
export const INDICATORS: Readonly<Record<string, { number: number; measure: string }>> = {
  地区生产总值: { number: 1, measure: '亿元' },
  常住人口: { number: 2, measure: '万人' },
  一般公共预算收入: { number: 3, measure: '亿元' },
  城镇登记失业率: { number: 4, measure: '%' },
  '地区生产总值/第一产业': { number: 5, measure: '亿元' },
}
const POWERS: Readonly<Record<string, number>> = { 元: 0, 万元: 4, 亿元: 8, 人: 0, 万人: 4 }

export const known = {
  isUnit: (name: string) => DISTRICTS.some((unit) => unit === name || unit.replace(/新?区$/, '') === name),
  isIndicator: (name: string) => name in INDICATORS,
}

export const lookups: ReaderLookups = {
  unit: (name) => {
    const at = DISTRICTS.findIndex((unit) => unit === name || unit.replace(/新?区$/, '') === name)
    return at < 0 ? 'unknown' : at + 1
  },
  aggregate: 1,
  indicator: (name, aspect) => (aspect === 'level' ? INDICATORS[name] : undefined),
  period: (text) => {
    const period = readPeriod(text)
    return period === undefined ? undefined : periodNumber(period)
  },
  power: (from, to) => {
    if (from === to) return 0
    const [a, b] = [POWERS[from], POWERS[to]]
    return a === undefined || b === undefined || from.endsWith('元') !== to.endsWith('元') ? undefined : a - b
  },
  place: (_, period) => period,
}

/** A grid as its lines, cells parted by |; what looks like a number stays text, as in a csv file. */
export function gridOf(text: string): SheetRow[] {
  return text.split('\n').flatMap((line, at) => {
    const cells = line.split('|').map((cell): Cell => (cell === '' ? null : cell))
    return cells.every((cell) => cell === null) ? [] : [{ row: at + 1, cells, merged: [], isHidden: false }]
  })
}

export interface ReadTable {
  readonly proposal: TableProposal
  /** `indicator period unit value @cell` in the order of reading. */
  readonly values: readonly string[]
  readonly asides: readonly string[]
  readonly marks: readonly string[]
  readonly problems: readonly SheetProblem[]
}

/** Proposes a mapping for a table and reads it so, with what a person would correct. */
export function readTable(
  rows: readonly SheetRow[],
  correct: (mapping: TableMapping) => TableMapping = (same) => same,
): ReadTable {
  const proposal = proposeTable(rows, known)
  if (!proposal) throw new Error('no table was found')
  const values: string[] = []
  const asides: string[] = []
  const marks: string[] = []
  const problems: SheetProblem[] = []
  const letter = (column: number) => String.fromCharCode(65 + column)
  const sink: ObservationSink = {
    observation: (indicator, period, unit, value, row, column) =>
      values.push(`${indicator} ${period} ${unit} ${value} @${letter(column)}${row}`),
    aside: (what, at) =>
      asides.push(
        `${what} ${at.indicator} ${at.period} ${at.unit} ${at.value} @${letter(at.column)}${at.row}`,
      ),
    mark: ({ unit, mark }) => marks.push(`${unit} ${mark}`),
    problem: (problem) => problems.push(problem),
  }
  const reader = new ObservationReader(correct(proposal.mapping), lookups, sink)
  for (const row of rows) reader.read(row)
  return { proposal, values, asides, marks, problems }
}

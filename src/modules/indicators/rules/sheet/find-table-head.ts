import { isDay } from '../../../../kernel/day.ts'
import type { Cell, SheetRow } from '../../../../platform/sheets/index.ts'
import { cellText } from './cell-text.ts'
import { readPeriod } from './find-period.ts'
import { foldHeading, foldKey, foldText } from './fold-text.ts'
import { isMeasure } from './read-heading.ts'
import { readValue } from './read-value.ts'
import { PLAIN_SIGNS } from './table-mapping.ts'
import words from './words.json' with { type: 'json' }

/** What stands above the data of a table. */
export interface TableHead {
  readonly firstHeadingRow: number
  readonly lastHeadingRow: number
  /** The parts of each column's heading from the top, each once. */
  readonly headings: readonly (readonly string[])[]
  readonly titles: readonly string[]
  /** Lines such as 指标：地区生产总值(亿元). */
  readonly said: {
    readonly indicator?: string
    readonly period?: string
    readonly measure?: string
    readonly date?: string
  }
}

const CONTEXT = new Map(
  (['indicator', 'period', 'measure', 'other'] as const).flatMap((kind) =>
    words.context[kind].map((word) => [foldKey(word), kind] as const),
  ),
)
/** 制表单位：, 填报日期：, 统计范围： … of official forms. */
const OFFICIAL = /(?:单位|人|机关|日期|时间|文号|表号|范围|电话|来源|口径|频率)$/
const HEADING_WORDS: ReadonlySet<string> = new Set(Object.values(words.heading).flat().map(foldKey))

/** Finds headings and what is said above them; with rows named by a person, those. Undefined when there is no data below. */
export function findTableHead(
  rows: readonly SheetRow[],
  asked: { readonly first?: number; readonly last?: number } = {},
): TableHead | undefined {
  const firstData =
    asked.last === undefined
      ? rows.findIndex((row) => isDataRow(row))
      : rows.findIndex(({ row }) => row > asked.last!)
  const end =
    asked.last === undefined ? beforeSections(rows, firstData) : firstData < 0 ? rows.length : firstData
  if (asked.last === undefined && firstData < 0) return undefined
  const above = rows.slice(0, end)
  const said: Record<string, string> = {}
  const titles: string[] = []
  const headings: SheetRow[] = []
  for (const row of above) {
    const inAsked = asked.first !== undefined && row.row >= asked.first
    if (asked.first !== undefined && inAsked) {
      headings.push(row)
      continue
    }
    const rest = withoutContext(row, said)
    const distinct = distinctTexts(rest)
    if (distinct.length === 0) continue
    if (asked.first !== undefined) {
      titles.push(distinct[0]!)
      continue
    }
    if (headings.length === 0 && isTitle(rest, distinct)) titles.push(distinct[0]!)
    else if (!isNumbering(rest)) headings.push({ ...row, cells: rest })
  }
  if (headings.length === 0 && titles.length > 0 && firstData >= 0) {
    // A table of one heading: what looked like the last title is it.
    const at = above.findLast((row) => distinctTexts(row.cells).includes(titles.at(-1)!))
    if (at) headings.push(at)
    titles.pop()
  }
  return {
    firstHeadingRow: headings[0]?.row ?? rows[end]?.row ?? 1,
    lastHeadingRow: asked.last ?? above.at(-1)?.row ?? 0,
    headings: joinHeadings(headings),
    titles,
    said,
  }
}

/** Lines between headings and data that head a block, 一、地区生产总值（亿元）, belong to the data. */
function beforeSections(rows: readonly SheetRow[], firstData: number): number {
  const isLone = ({ cells }: SheetRow) =>
    distinctTexts(cells).length === 1 && cellText(cells[0]).trim() !== ''
  let end = firstData
  while (end > 0 && isLone(rows[end - 1]!)) end--
  const hasHeading = rows
    .slice(0, end)
    .some(({ cells }) => distinctTexts(withoutContext({ cells }, {})).length > 1)
  return hasHeading ? end : firstData
}

/** A row with a value in it that is no heading of years and no numbering of columns. */
export function isDataRow({ cells }: SheetRow): boolean {
  const filled = cells.filter((cell) => cellText(cell).trim() !== '')
  if (filled.length < 2) return false
  const values = filled.filter(isValueLike)
  if (values.length === 0 || isNumbering(cells)) return false
  const labels = filled.filter((cell) => !isValueLike(cell))
  const years = values.filter((cell) => readPeriod(cellText(cell)) !== undefined)
  if (years.length < values.length) return true
  const hasHeadingWord = labels.some((cell) => HEADING_WORDS.has(foldKey(cellText(cell))))
  const isMonotone =
    years.every((cell, at) => at === 0 || Number(cell) !== Number(years[at - 1])) &&
    isSteady(years.map(Number))
  return !(hasHeadingWord || labels.length === 0 || (years.length > 1 && isMonotone && !isLabelled(cells)))
}

/** Years that go up or down by the same step. */
function isSteady(years: readonly number[]): boolean {
  const step = (years[1] ?? 0) - (years[0] ?? 0)
  return step !== 0 && years.every((year, at) => at === 0 || year - years[at - 1]! === step)
}

const isLabelled = (cells: readonly Cell[]) => {
  const first = cellText(cells[0])
  return first.trim() !== '' && !HEADING_WORDS.has(foldKey(first))
}

/** A number, or a sign that stands for one. */
export function isValueLike(cell: Cell | undefined): boolean {
  if (typeof cell === 'string' && !/[\d０-９]/.test(cell)) return /^\s*(?:—+|-+|…+|\.\.+)\s*$/.test(cell)
  const read = readValue(cell, { ...PLAIN_SIGNS, triangleIsNegative: true, parenthesesAreNegative: true })
  if (read.kind !== 'value') return read.kind === 'not-available'
  // 2024年 and 11月 are periods, 2024年排名 is a heading.
  const { suffix } = read
  return (
    suffix === '' || suffix === '%' || suffix === '‰' || (isMeasure(suffix) && !/^[年月日天]$/.test(suffix))
  )
}

/** The row 甲 1 2 3 … below the headings of official forms. */
function isNumbering(cells: readonly Cell[]): boolean {
  const texts = cells
    .map((cell) => foldText(cellText(cell)).replace(/[()]/g, ''))
    .filter((text) => text !== '')
  const numbers = texts.filter((text) => /^\d{1,3}$/.test(text)).map(Number)
  const others = texts.filter((text) => !/^\d{1,3}$/.test(text))
  if (texts.length > 1 && texts.every((text, at) => text === '甲乙丙丁戊己庚辛壬癸'[at])) return true
  if (numbers.length < 2 || others.some((text) => !/^[甲乙丙丁戊]$|^栏次$|^行次$/.test(text))) return false
  return (
    (others.length > 0 || cells.length > 2) &&
    numbers.every((number, at) => number === numbers[0]! + at) &&
    numbers[0]! <= 2
  )
}

/** Takes 单位：万元 and its like out of the row, wherever in it they stand. */
function withoutContext({ cells }: Pick<SheetRow, 'cells'>, said: Record<string, string>): Cell[] {
  const rest = [...cells]
  for (const [at, cell] of cells.entries()) {
    if (typeof cell !== 'string') continue
    const text = foldText(cell).replace(/^\((.*)\)$/, '$1')
    const match = /^([^:]{1,8}):\s*(.*)$/.exec(text)
    const kind =
      match && (CONTEXT.get(foldKey(match[1]!)) ?? (OFFICIAL.test(match[1]!) ? 'other' : undefined))
    if (!match || !kind) continue
    let value = match[2]!
    if (value === '') {
      value = cellText(cells[at + 1]).trim()
      rest[at + 1] = null
    }
    if (kind === 'measure' && !isMeasure(value)) {
      // 单位：亿元、% means levels in 亿元 and rates in %.
      const parts = value.split(/[,、;\s]+/)
      const levels = parts.filter((part) => isMeasure(part) && !/^[%‰]$/.test(part))
      if (levels.length === 1 && parts.every(isMeasure)) said.measure ??= levels[0]!
    } else if (kind !== 'other') said[kind] ??= value
    rest[at] = null
  }
  const hadContext = rest.some((cell, at) => cell === null && cells[at] !== null && cells[at] !== undefined)
  // Beside 制表单位：… a lone date is when it was filled in.
  if (hadContext)
    for (const [at, cell] of rest.entries()) {
      const period = readPeriod(cellText(cell))
      if (period === undefined || /^\d{4}$/.test(cellText(cell).trim())) continue
      said[isDay(period) ? 'date' : 'period'] ??= period
      rest[at] = null
    }
  return rest
}

function distinctTexts(cells: readonly Cell[]): string[] {
  return [...new Set(cells.map((cell) => foldHeading(cellText(cell))).filter((text) => text !== ''))]
}

/** One text in the first column, or one merged over the width; a lone text further right heads its group of columns. */
function isTitle(cells: readonly Cell[], distinct: readonly string[]): boolean {
  if (distinct.length > 1) return false
  const at = cells.findIndex((cell) => cellText(cell).trim() !== '')
  if (HEADING_WORDS.has(foldKey(distinct[0]!))) return false
  return at === 0 || (readPeriod(distinct[0]!) === undefined && foldText(distinct[0]!).length > 8)
}

/** Each column's heading from the top. Groups that a csv file cannot merge go on to the right over columns headed below. */
function joinHeadings(rows: readonly SheetRow[]): string[][] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  const grid = rows.map(({ cells }) =>
    Array.from({ length: width }, (_, at) => foldHeading(cellText(cells[at]))),
  )
  for (let at = 0; at < grid.length - 1; at++)
    for (let column = 1; column < width; column++) {
      const isHeadedBelow = (which: number) => grid.slice(at + 1).some((row) => row[which] !== '')
      if (
        grid[at]![column] === '' &&
        grid[at]![column - 1] !== '' &&
        isHeadedBelow(column) &&
        isHeadedBelow(column - 1)
      )
        grid[at]![column] = grid[at]![column - 1]!
    }
  return Array.from({ length: width }, (_, column) => {
    const parts = grid.map((row) => row[column]!).filter((text) => text !== '')
    return parts.filter((part, at) => part !== parts[at - 1])
  })
}

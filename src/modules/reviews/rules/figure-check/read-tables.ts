import type { Figure } from './figure.ts'
import type { PrintedLine } from './find-loose-lines.ts'
import { readFigures, withMeasure } from './read-figures.ts'

/** A table that was pasted as text: cells parted by tabs, bars or wide spaces. */
export interface PastedTable {
  /** Of the columns behind the first, which holds the labels. */
  readonly headings: readonly string[]
  readonly rows: readonly TableRow[]
}

export interface TableRow {
  readonly start: number
  readonly end: number
  readonly label: string
  /** Undefined where a cell is empty or no number. */
  readonly cells: readonly (Figure | undefined)[]
}

interface Cell {
  readonly start: number
  readonly text: string
}

const RULE = /^[\s|:+\-—=─┼│]+$/
const IN_HEADING = /[（(](?<unit>[^（）()]{1,6})[）)]\s*$/
const UNIT_LINE = /单位[：:]\s*(?<unit>[^）)\s，。；]{1,6})/
const NUMBER_CELL = /^[-−+]?\d[\d,]*(?:\.\d+)?\s*[^\d\s]{0,5}$/
const WIDEST = 20
const LONGEST = 500

/** Runs of lines with the same number of cells, the first of them a heading, are tables. */
export function readTables(lines: readonly PrintedLine[]): PastedTable[] {
  const tables: PastedTable[] = []
  let run: Cell[][] = []
  let unit = ''
  const close = () => {
    const table = tableOf(run, unit)
    if (table) tables.push(table)
    run = []
  }
  for (const line of lines) {
    const cells = cellsOf(line)
    if (cells.length >= 3 && RULE.test(line.text)) continue
    if (cells.length < 3 || cells.length > WIDEST || (run[0] && run[0].length !== cells.length)) close()
    if (cells.length >= 3 && cells.length <= WIDEST && run.length < LONGEST) run.push(cells)
    else unit = UNIT_LINE.exec(line.text)?.groups?.unit ?? (line.text.length > 80 ? '' : unit)
  }
  close()
  return tables
}

function cellsOf({ start, text }: PrintedLine): Cell[] {
  if (text.length > 400) return []
  if (!/[\t|]/.test(text)) return wideCells(start, text)
  const mark = text.includes('\t') ? '\t' : '|'
  const cells: Cell[] = []
  let from = 0
  for (const raw of text.split(mark)) {
    const trimmed = raw.trim()
    cells.push({ start: start + from + (trimmed ? raw.indexOf(trimmed) : 0), text: trimmed })
    from += raw.length + 1
  }
  // A bar at either end of a row opens and closes it.
  if (mark === '|' && cells[0]?.text === '') cells.shift()
  if (mark === '|' && cells.at(-1)?.text === '') cells.pop()
  return cells
}

/** Columns that spaces set apart: two or more, or one where every cell behind the first is short. */
function wideCells(start: number, text: string): Cell[] {
  const gap = /[ \u3000]{2,}/.test(text) ? /\S+(?: \S+)*/g : /\S+/g
  const cells = [...text.matchAll(gap)].map(({ index, 0: cell }) => ({ start: start + index, text: cell }))
  return cells.every(({ text: cell }) => cell.length <= 16 && !/[，。；]/.test(cell)) ? cells : []
}

function tableOf(run: readonly Cell[][], unit: string): PastedTable | null {
  const [head, ...body] = run
  if (
    !head ||
    body.length < 2 ||
    head.slice(1).some(({ text }) => NUMBER_CELL.test(text) && !/年/.test(text))
  )
    return null
  const headings = head.slice(1).map(({ text }) => text)
  const rows = body.map((cells) => {
    const last = cells.at(-1)!
    return {
      start: cells[0]!.start,
      end: last.start + last.text.length,
      label: cells[0]!.text,
      cells: cells.slice(1).map((cell, c) => figureOf(cell, headings[c]!, unit)),
    }
  })
  return { headings, rows }
}

/** A cell's figure; what its heading or the line 单位 says is its measure. */
function figureOf({ start, text }: Cell, heading: string, unit: string): Figure | undefined {
  if (!NUMBER_CELL.test(text)) return undefined
  const own =
    IN_HEADING.exec(heading)?.groups?.unit ?? (/率|比重|占比|增[幅速长]|同比|环比/.test(heading) ? '%' : unit)
  const sign = /^[-−]/.test(text) ? '-' : ''
  const [figure] = readFigures(withMeasure(text.replace(/^[-−+]/, ''), own || 'TEU'))
  if (!figure) return undefined
  const signed = sign
    ? { ...figure, numeral: `-${figure.numeral}`, value: { ...figure.value, n: -figure.value.n } }
    : figure
  return {
    ...signed,
    measure: own || figure.measure !== 'TEU' ? figure.measure : '',
    start,
    end: start + text.length,
  }
}

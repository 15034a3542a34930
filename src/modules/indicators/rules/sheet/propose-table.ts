import type { SheetRow } from '../../../../platform/sheets/index.ts'
import { cellText } from './cell-text.ts'
import { findPeriod, type PeriodContext, readPeriod } from './find-period.ts'
import { findTableHead, type TableHead } from './find-table-head.ts'
import { foldKey, foldText } from './fold-text.ts'
import { isFootnote } from './is-footnote.ts'
import { layoutOf } from './layout-of.ts'
import { type ColumnProfile, type KnownNames, profileColumn } from './profile-columns.ts'
import { type ProposedColumn, proposeColumns } from './propose-columns.ts'
import { isMeasure, readHeading } from './read-heading.ts'
import { PLAIN_SIGNS, type TableMapping } from './table-mapping.ts'
import words from './words.json' with { type: 'json' }

export interface TableProposal {
  readonly mapping: TableMapping
  readonly head: TableHead
  readonly columns: readonly ProposedColumn[]
  readonly profiles: readonly ColumnProfile[]
  /** Same headings, same mapping: what a mapping is remembered by. Years and months in them do not count. */
  readonly signature: string
  /** What nothing in the sheet says: a person has to. */
  readonly unsaid: readonly ('unit' | 'period' | 'indicator' | 'values')[]
}

const PROFILED = 200

/** Understands a statistical table from its first rows, as far as it can be. Undefined when there are no values in it. */
export function proposeTable(
  rows: readonly SheetRow[],
  known: KnownNames,
  asked: { readonly first?: number; readonly last?: number; readonly sheetName?: string } = {},
): TableProposal | undefined {
  const head = findTableHead(rows, asked)
  if (!head) return undefined
  const below = rows.filter((row) => row.row > head.lastHeadingRow && !isFootnote(row)).slice(0, PROFILED)
  const data = below.filter(
    ({ cells }) => new Set(cells.map(cellText).filter((text) => text.trim() !== '')).size > 1,
  )
  if (data.length === 0) return undefined
  const context = contextOf(head, asked.sheetName ?? '')
  const width = Math.max(head.headings.length, ...data.map(({ cells }) => cells.length))
  const profiles = Array.from({ length: width }, (_, column) => profileColumn(data, column, known))
  const columns = proposeColumns({
    headings: head.headings,
    profiles,
    known,
    context,
    isSaidAbove: head.said.indicator !== undefined,
  })
  // 7月, 8月 down the rows are of the year that the title says.
  const isYearAbove = columns.some(({ column }, at) => column.role === 'period' && profiles[at]?.isPartOfYear)
  const table = tableWide(head, columns, {
    ...{ context, known, isYearAbove },
    sheetName: asked.sheetName ?? '',
  })
  const mapping: TableMapping = {
    layout: layoutOf(columns.map(({ column }) => column)),
    firstHeadingRow: head.firstHeadingRow,
    lastHeadingRow: head.lastHeadingRow,
    columns: columns.map(({ column }) => column),
    table,
    signs: PLAIN_SIGNS,
    totals: 'aggregate',
    indicatorNames: {},
    unitNames: {},
  }
  return {
    mapping,
    head,
    columns,
    profiles,
    signature: signatureOf(head),
    unsaid: unsaidOf(mapping, data.length < below.length),
  }
}

/** What `11月` and `累计` of the headings mean, by the lines above. */
function contextOf({ said, titles }: TableHead, sheetName: string): PeriodContext {
  const texts = [said.period ?? '', ...titles, sheetName]
  const period = texts.map((text) => findPeriod(text)?.period).find((found) => found !== undefined)
  if (period === undefined) return said.date === undefined ? {} : { year: Number(said.date.slice(0, 4)) }
  return { period, year: Number(period.slice(0, 4)) }
}

function tableWide(
  head: TableHead,
  columns: readonly ProposedColumn[],
  {
    context,
    known,
    isYearAbove,
    sheetName,
  }: { context: PeriodContext; known: KnownNames; isYearAbove: boolean; sheetName: string },
): TableMapping['table'] {
  const has = (role: string) => columns.some(({ column }) => column.role === role)
  const values = columns.flatMap(({ column }) => (column.role === 'value' ? [column] : []))
  const lacks = (what: 'indicator' | 'period' | 'unit') =>
    !has(what) &&
    !(what === 'period' && has('year')) &&
    values.some((column) => column[what] === null || column[what].startsWith('@'))
  const saidIndicator =
    head.said.indicator === undefined ? undefined : readHeading(head.said.indicator, context)
  const titles = [...head.titles, /\p{Script=Han}/u.test(sheetName) ? sheetName : ''].map((title) =>
    nameInTitle(title, context),
  )
  const corner = head.headings
    .flat()
    .map((part) => readHeading(part, context))
    .find(
      ({ measure, name, aspect, period }) =>
        measure !== null && aspect === 'level' && period === null && isCorner(name),
    )
  const measure =
    saidIndicator?.measure ??
    head.said.measure ??
    corner?.measure ??
    titles.find(({ measure }) => measure !== null)?.measure ??
    null
  return {
    indicator: lacks('indicator')
      ? (saidIndicator?.name ?? (titles.find(({ name }) => name !== '')?.name || null))
      : null,
    measure: measure === null || !isMeasure(measure) ? null : foldText(measure),
    period: lacks('period') || isYearAbove ? (context.period ?? null) : null,
    unit: lacks('unit') ? unitInTitle(head.titles, known) : null,
  }
}

/** `单位：万元` that stands among the headings. */
const isCorner = (name: string) => ['', '单位', '计量单位'].includes(name)

const NOISE = [...words.titleNoise].sort((a, b) => b.length - a.length)

/** 表3 2024年各区地区生产总值情况（亿元） is about 地区生产总值. */
function nameInTitle(title: string, context: PeriodContext): { name: string; measure: string | null } {
  const heading = readHeading(
    title.replace(/^(?:附?表|附件)\s*[\d一二三四五六七八九十]+(?:[-.—]\d+)*[:：、\s]*/, ''),
    context,
  )
  let { name } = heading
  for (const word of NOISE) {
    if (name.startsWith(word) && word.startsWith('各')) name = name.slice(word.length)
    else if (name.startsWith(word) && /^分|^主要/.test(word)) name = name.slice(word.length)
    else if (name.endsWith(word)) name = name.slice(0, -word.length)
  }
  return { name: name.replace(/^[\s的-]+|[\s的-]+$/g, ''), measure: heading.measure }
}

function unitInTitle(titles: readonly string[], known: KnownNames): string | null {
  for (const title of titles)
    for (let end = Math.min(title.length, 12); end >= 2; end--)
      if (known.isUnit(title.slice(0, end))) return title.slice(0, end)
  return null
}

/** Lines between the rows, 一、地区生产总值（亿元）, name indicators where nothing else does. */
function unsaidOf({ columns, table }: TableMapping, hasSections: boolean): TableProposal['unsaid'] {
  const values = columns.flatMap((column) => (column.role === 'value' ? [column] : []))
  if (values.length === 0) return ['values']
  const isSaid = (what: 'unit' | 'period' | 'indicator') =>
    table[what] !== null ||
    columns.some(({ role }) => role === what || (what === 'period' && role === 'year')) ||
    values.every((column) => column[what] !== null && !column[what].startsWith('@'))
  return (['unit', 'period', 'indicator'] as const).filter(
    (what) => !isSaid(what) && !(what === 'indicator' && hasSections),
  )
}

function signatureOf({ headings, said }: TableHead): string {
  const fold = (part: string) => {
    if (readPeriod(part, { year: 2000, period: '2000-01' }) !== undefined) return '#'
    return foldKey(findPeriod(part, { year: 2000 })?.rest ?? part)
  }
  const parts = headings.map((each) => each.map((part) => fold(cellText(part))).join('/'))
  return [foldKey(said.indicator ?? ''), ...parts.filter((part, at) => part !== parts[at - 1])].join('|')
}

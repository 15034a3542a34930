import { type PeriodContext, readPeriod, readRelative } from './find-period.ts'
import { foldKey } from './fold-text.ts'
import type { ColumnProfile, KnownNames } from './profile-columns.ts'
import { readHeading } from './read-heading.ts'
import { type Aspect, indicatorKey, type TableColumn, type ValueColumn } from './table-mapping.ts'
import words from './words.json' with { type: 'json' }

type Role = Exclude<TableColumn['role'], 'value'>
export interface ProposedColumn {
  readonly column: TableColumn
  /** 0 to 1: below a half a person should look. */
  readonly confidence: number
}

interface Heads {
  readonly headings: readonly (readonly string[])[]
  readonly profiles: readonly ColumnProfile[]
  readonly known: KnownNames
  readonly context: PeriodContext
  /** A line above the table names its indicator. */
  readonly isSaidAbove: boolean
}

const list = (key: keyof typeof words.heading): ReadonlySet<string> =>
  new Set(words.heading[key].map(foldKey))
const WORDS = {
  ignored: list('ignored'),
  note: list('note'),
  measure: list('measure'),
  period: list('period'),
  indicator: list('indicator'),
  unit: list('unit'),
  value: list('value'),
}
const said = (column: TableColumn, confidence: number): ProposedColumn => ({ column, confidence })

/** What each column holds, by what its cells are first and by what its heading says second. */
export function proposeColumns(heads: Heads): ProposedColumn[] {
  const { headings, profiles } = heads
  const width = Math.max(headings.length, profiles.length)
  const labels = Array.from({ length: width }, (_, at) => labelColumn(heads, at))
  settleLabels(heads, labels)
  let left: ValueColumn | null = null
  return labels.map((label, at) => {
    if (label) return label
    const proposed = valueColumn(heads, at, left)
    const { column } = proposed
    if (column.role === 'value' && column.aspect === 'level') left = column
    return proposed
  })
}

/** A column whose cells name what the row is about; undefined for one of values. */
function labelColumn({ headings, profiles, context }: Heads, at: number): ProposedColumn | undefined {
  const profile = profiles[at]
  const heading = headings[at] ?? []
  const key = foldKey(heading.at(-1) ?? '')
  const whole = foldKey(heading.join(''))
  const is = (set: ReadonlySet<string>) => set.has(key) || set.has(whole)
  if (!profile || profile.filled === 0) {
    const hasMeaning =
      heading.length > 0 && !is(WORDS.note) && !is(WORDS.ignored) && isHeadOfValues(heading, context)
    return hasMeaning ? undefined : said({ role: is(WORDS.note) ? 'note' : 'ignored' }, 0.9)
  }
  if (is(WORDS.note) && profile.values < 0.9) return said({ role: 'note' }, 0.9)
  if (is(WORDS.ignored)) return said({ role: 'ignored' }, 0.9)
  if (heading.length === 0 && profile.isSerial) return said({ role: 'ignored' }, 0.8)
  if (profile.isSerial && !isHeadOfValues(heading, context) && key === '')
    return said({ role: 'ignored' }, 0.8)
  if (profile.measures >= 0.8 && profile.values < 0.2) return said({ role: 'measure' }, 0.95)
  if (profile.isMonth && /^月份?$/.test(key)) return said({ role: 'month' }, 0.95)
  if (profile.periods >= 0.9 && is(WORDS.period)) return said({ role: 'period' }, 0.95)
  if (profile.periods >= 0.9 && (heading.length === 0 || profile.values < 0.1) && !profile.isCode)
    return said({ role: 'period' }, at < 3 ? 0.8 : 0.5)
  if (profile.isCode && profile.values === 1 && key === '') return said({ role: 'ignored' }, 0.6)
  if (profile.values >= 0.5) return undefined
  if (profile.units >= 0.5 && profile.units >= profile.indicators)
    return said({ role: 'unit' }, 0.5 + profile.units / 2)
  if (profile.indicators >= 0.5) return said({ role: 'indicator' }, 0.5 + profile.indicators / 2)
  if (is(WORDS.indicator)) return said({ role: 'indicator' }, 0.85)
  if (is(WORDS.unit)) return said({ role: 'unit' }, 0.75)
  if (is(WORDS.value) || isHeadOfValues(heading, context)) return undefined
  return said({ role: 'ignored' }, 0.3)
}

function isHeadOfValues(heading: readonly string[], context: PeriodContext): boolean {
  const parts = heading.map((part) => readHeading(part, context))
  return parts.some(
    ({ period, measure, aspect }) => period !== null || measure !== null || aspect !== 'level',
  )
}

/** One column for each dimension; the leftmost text that nothing else explains names units, or else indicators. */
function settleLabels(
  { profiles, headings, context, isSaidAbove }: Heads,
  labels: (ProposedColumn | undefined)[],
): void {
  // 2024年 in one column and 3月 in another are one period, also where each could be one alone.
  const periods = labels.flatMap((label, at) => (label?.column.role === 'period' ? [at] : []))
  const part = periods.find((at) => profiles[at]?.isPartOfYear)
  if (part !== undefined && periods.some((at) => profiles[at]?.isYear))
    labels[part] = said({ role: 'month' }, 0.95)
  for (const role of ['unit', 'period', 'indicator', 'measure'] as const) {
    const of = labels.flatMap((label, at) =>
      label?.column.role === role ? [{ at, confidence: label.confidence }] : [],
    )
    const best = [...of].sort((a, b) => b.confidence - a.confidence || a.at - b.at)[0]
    for (const { at } of of) if (at !== best?.at) labels[at] = said({ role: 'ignored' }, 0.4)
  }
  const month = labels.findIndex((label) => label?.column.role === 'month')
  const period = labels.findIndex((label) => label?.column.role === 'period')
  if (month >= 0 && period >= 0) labels[period] = said({ role: 'year' }, 0.95)
  const has = (role: Role) => labels.some((label) => label?.column.role === role)
  const spare = labels.findIndex(
    (label, at) =>
      label?.column.role === 'ignored' &&
      label.confidence < 0.5 &&
      (profiles[at]?.values ?? 1) < 0.5 &&
      (profiles[at]?.filled ?? 0) > 0,
  )
  if (spare < 0 || has('indicator')) return
  const valueHeads = labels.flatMap((label, at) => (label === undefined ? [headings[at] ?? []] : []))
  const areNamed = valueHeads.some((heading) =>
    heading.some((part) => {
      const { name } = readHeading(part, context)
      return name !== '' && !WORDS.value.has(foldKey(name))
    }),
  )
  if (has('unit')) {
    // Beside units, texts that repeat in blocks over columns of mere periods name the indicator of the block.
    if (!areNamed && !isSaidAbove) labels[spare] = said({ role: 'indicator' }, 0.6)
    return
  }
  labels[spare] = said(
    { role: areNamed || has('period') ? 'unit' : has('measure') ? 'indicator' : 'unit' },
    0.45,
  )
}

/** A column of values by the parts of its heading; 同比 alone is of the indicator to its left. */
function valueColumn(
  { headings, profiles, known, context }: Heads,
  at: number,
  left: ValueColumn | null,
): ProposedColumn {
  const names: string[] = []
  let period: string | null = null
  let measure: string | null = null
  let unit: string | null = null
  let aspect: Aspect = 'level'
  const parts = headings[at] ?? []
  const outer = parts.map((part) => readHeading(part, context).period).find((found) => found !== null)
  const inner = { ...context, ...yearContext(outer ?? null, context) }
  for (const part of parts) {
    if (known.isUnit(part) && !known.isIndicator(part)) {
      unit = part
      continue
    }
    const relative = context.period === undefined ? readRelative(part) : undefined
    if (relative === '@current' || relative === '@cumulative') {
      period = relative
      continue
    }
    const heading = readHeading(part, inner)
    period = readPeriod(part, inner) ?? heading.period ?? period
    measure = heading.measure ?? measure
    if (heading.aspect !== 'level') aspect = heading.aspect
    if (
      heading.name !== '' &&
      !WORDS.value.has(foldKey(heading.name)) &&
      !WORDS.period.has(foldKey(heading.name))
    )
      names.push(heading.name)
  }
  const own = names.filter((name, index) => names.indexOf(name) === index).join('/')
  const indicator = own !== '' ? own : aspect === 'level' ? null : (left?.indicator ?? null)
  if (aspect !== 'level') {
    period ??= left?.period ?? null
    unit ??= left?.unit ?? null
  }
  const column: ValueColumn = { role: 'value', indicator, aspect, period, unit, measure }
  const profile = profiles[at]
  if (!profile || (profile.filled > 0 && profile.values < 0.5)) return said({ role: 'ignored' }, 0.4)
  const isKnown = indicator === null || known.isIndicator(indicatorKey(indicator, 'level'))
  return said(column, (profile.values === 1 ? 0.95 : 0.7) - (isKnown ? 0 : 0.2))
}

/** A year in the upper heading is the year of the months below it. */
function yearContext(period: string | null, context: PeriodContext): PeriodContext {
  if (period === null) return context
  return { ...context, year: Number(period.slice(0, 4)) }
}

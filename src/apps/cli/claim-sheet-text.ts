import { z } from 'zod'
import type { Locale } from '../../kernel/context.ts'
import { type ClaimSheet, type ReportsWithClaims, readableValue } from '../../modules/indicators/index.ts'
import { fill } from '../../platform/i18n/index.ts'
import labels from './indicators-check-labels.json' with { type: 'json' }
import type { Shell } from './shell.ts'
import { textTable } from './text-table.ts'

type Line = ClaimSheet['lines'][number]
type Evidence = NonNullable<Line['evidence']>
type Numbers = Evidence['numbers'][number]
type Words = (typeof labels)[Locale]

const VERDICTS = ['confirmed', 'contradicted', 'unknown', 'unchecked'] as const

/** The page of a report: how its claims stand, then line by line what decides. */
export function claimSheetText(sheet: ClaimSheet, { locale, text }: Pick<Shell, 'locale' | 'text'>): string {
  const words = labels[locale]
  const speaking = { words, locale, text }
  const share = ({ count, of }: { count: number; of: number }) => `${count}/${of}`
  const counts = VERDICTS.map((verdict) => `${words.verdicts[verdict]} ${share(sheet[verdict])}`)
  const head = [sheet.title, sheet.date ?? '—', `${words.vintage} ${sheet.vintage}`].join('  ')
  const columns = ['verdict', 'unit', 'subject', 'claimed', 'reason', 'numbers'] as const
  const rows = sheet.lines.map((line) => [
    words.verdicts[line.verdict ?? 'unchecked'],
    line.unit?.name ?? '—',
    line.subject,
    claimedText(line, speaking),
    reasonText(line, speaking),
    numbersText(line.evidence, speaking),
  ])
  const table = textTable(
    columns.map((column) => ({ heading: words[column] })),
    rows,
  )
  return [head, [...counts, `${words.matched} ${share(sheet.matched)}`].join('  '), '', table].join('\n')
}

/** The reports that can be checked. */
export function reportsText({ reports }: ReportsWithClaims, locale: Locale): string {
  const words = labels[locale]
  if (reports.length === 0) return words.none
  const numeric = VERDICTS.map((verdict) => ({ heading: words.verdicts[verdict], isNumber: true }))
  return textTable(
    [{ heading: words.id }, { heading: words.date }, ...numeric, { heading: words.report }],
    reports.map((report) => [
      report.reportId,
      report.date ?? '—',
      ...VERDICTS.map((verdict) => String(report[verdict].count)),
      report.title,
    ]),
  )
}

/** What a statement says, of whichever kind. */
const Said = z.object({
  scope: z.string().nullish(),
  position: z.number().nullish(),
  streakYears: z.number().nullish(),
  value: z.string().nullish(),
  unitOfMeasure: z.string().nullish(),
  change: z.string().nullish(),
  qualifier: z.string().nullish(),
})

interface Speaking extends Pick<Shell, 'locale' | 'text'> {
  readonly words: Words
}

function claimedText({ detail, match }: Line, { words, locale }: Speaking): string {
  const { scope, position, streakYears, value, unitOfMeasure, change, qualifier } = Said.parse(detail)
  return [
    match.scopeName ?? scope,
    position && fill(words.place, { position: String(position) }, locale),
    streakYears && fill(words.years, { years: String(streakYears) }, locale),
    value && qualified(readableValue(value, unitOfMeasure ?? null, locale), qualifier ?? '', words),
    change,
  ]
    .filter((part) => part)
    .join(' ')
}

/** 近2000万; what follows a number in print stands behind it in brackets: 1.1万人 (余). */
function qualified(value: string, qualifier: string, { trailing }: Words): string {
  return trailing.includes(qualifier) ? `${value} (${qualifier})` : qualifier + value
}

function reasonText({ reasonText: reason, evidence }: Line, { words, locale, text }: Speaking): string {
  const since = (words.since as Readonly<Record<string, string>>)[evidence?.since ?? '']
  const would = evidence?.ifMatchIsRight
  const why = would ? text(`indicators.claim-reason-${would.reasons[0]}`) : ''
  return [
    reason,
    would && fill(words.ifRight, { verdict: words.verdicts[would.verdict], reason: why }, locale),
    since,
  ]
    .filter((part) => part)
    .join(words.separator)
}

function numbersText(evidence: Evidence | null, speaking: Speaking): string {
  if (!evidence) return ''
  return evidence.numbers
    .map((numbers) => numbersOf(numbers, evidence, speaking))
    .filter((text) => text !== '')
    .join(speaking.words.separator)
}

function numbersOf(numbers: Numbers, { units }: Evidence, { words, locale }: Speaking): string {
  const filled = Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, short(value)]))
  if (numbers.rank != null) {
    const leaders = (Array.isArray(numbers.leaders) ? numbers.leaders : []).map(
      (unit) => units[String(unit)] ?? '',
    )
    const isFirst = numbers.better === 0
    const first = isFirst ? '' : fill(words.leader, { leaders, value: short(numbers.leadersValue) }, locale)
    return fill(words.placeOf, filled, locale) + first
  }
  if (numbers.source != null) return fill(words.printed, filled, locale)
  if (typeof numbers.actual === 'string') {
    const isRate = numbers.printedMeasure === undefined
    const unit = isRate ? '%' : String(numbers.printedMeasure ?? '')
    return fill(words.actual, { ...filled, actual: readableValue(numbers.actual, unit, locale) }, locale)
  }
  return numbers.period == null ? '' : fill(words.absent, filled, locale)
}

/** Rates come with twelve decimals. */
const short = (value: Numbers[string] | undefined): string => {
  const text = String(value ?? '')
  return /^-?\d+\.\d{5,}$/.test(text) ? text.replace(/(\.\d{4})\d+$/, '$1…') : text
}

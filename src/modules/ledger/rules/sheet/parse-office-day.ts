import type { Cell } from '../../../../platform/sheets/index.ts'
import { figuresOf } from './chinese-number.ts'
import { contextYear, readOneDay } from './day-patterns.ts'
import words from './day-words.json' with { type: 'json' }
import type { DayContext, OfficeDay } from './office-day.ts'

const BEFORE = new RegExp(words.before)
const AFTER = new RegExp(words.after)
const NO_DAY = new RegExp(words.noDay)
const NONE = new RegExp(words.none, 'i')
const OTHER_CALENDAR = new RegExp(words.otherCalendar)
const MOVING_FESTIVAL = new RegExp(words.movingFestival)

/** Serial numbers of 1954 to 2119: smaller ones are years and months, larger ones are `20240305`. */
const SERIALS = { least: 20_000, most: 80_000 }

/**
 * The day that a cell means, in every form in which offices write one: real dates and serial numbers, 2024.3.5,
 * 3月5日, 6月底前, 三季度末, 上半年, 二〇二四年三月. Words that mean no day (长期) are kept as words; what could be two
 * days, or is a day of another calendar, is an error and never a guess.
 */
export function parseOfficeDay(cell: Cell, context: DayContext): OfficeDay {
  if (cell === null) return { kind: 'empty' }
  if (typeof cell === 'number') return dayOfNumber(cell, context)
  if (typeof cell === 'string') return dayOfText(cell, context)
  if (typeof cell === 'boolean' || cell.kind === 'percent') return { kind: 'error', reason: 'unreadable' }
  if (cell.kind === 'error') return { kind: 'error', reason: 'error-cell' }
  return { kind: 'day', day: cell.day, rule: 'date-cell' }
}

function dayOfNumber(value: number, context: DayContext): OfficeDay {
  if (Number.isInteger(value) && value >= SERIALS.least && value <= SERIALS.most) {
    const instant = Date.UTC(1899, 11, 30) + value * 86_400_000
    return { kind: 'day', day: new Date(instant).toISOString().slice(0, 10), rule: 'serial' }
  }
  const text = String(value)
  // As a number 2024.1 may have been 2024.10, and 3.2 may have been 3.20: the zero is lost.
  const isCertain = Number.isInteger(value) || (/^\d{4}\.\d{1,2}$/.test(text) && !text.endsWith('.1'))
  if (!isCertain) return { kind: 'error', reason: 'ambiguous' }
  return Number.isInteger(value) && value < 1949
    ? { kind: 'error', reason: 'unreadable' }
    : dayOfText(text, context)
}

function dayOfText(cell: string, context: DayContext): OfficeDay {
  const raw = cell.trim()
  if (raw === '' || NONE.test(raw.normalize('NFKC'))) return { kind: 'empty' }
  const text = tidy(raw, context)
  if (OTHER_CALENDAR.test(text)) return { kind: 'error', reason: 'other-calendar' }
  if (NO_DAY.test(text)) return { kind: 'words', words: raw }
  const whole = readStretch(text, context)
  if (whole) return whole
  const parts = text
    .split(/[,;，；、。\n]|(?:并|且|后)(?=长期|持续|常态)/u)
    .filter((part) => part.trim() !== '')
  const days =
    parts.length > 1
      ? parts.flatMap((part) => readStretch(part, context) ?? leading(part, context) ?? [])
      : []
  const [first] = days
  const fault = days.find(({ kind }) => kind === 'error')
  if (fault) return fault
  if (first?.kind === 'day' && days.length === 1) return { ...first, rest: raw }
  if (first) return furthest(days, context, raw)
  const led = leading(text, context)
  if (led) return led.kind === 'day' ? { ...led, rest: raw } : led
  return { kind: 'error', reason: MOVING_FESTIVAL.test(text) ? 'moving-festival' : 'unreadable' }
}

/** NFKC, no spaces, no time of day, no brackets; years that are named by relation written out. */
function tidy(raw: string, context: DayContext): string {
  const year = contextYear(context)
  const relative: Readonly<Record<string, number>> = {
    今: year,
    本: year,
    当: year,
    明: year + 1,
    次: year + 1,
    去: year - 1,
  }
  const flat = raw
    .normalize('NFKC')
    .replace(/[T ]\d{1,2}:\d{2}(:\d{2})?(\.\d+)?Z?$/, '')
    .replace(/[ \t\r\u3000]+/g, '')
    .replace(/[–—－~～]+/g, '-')
    .replace(/\([^)]*\)|〔[^〕]*〕|【[^】]*】/g, '')
    .replace(/[“”"']/g, '')
    .replace(
      /(?<![\d每])([今本当明次去])年(?!度?[底末内初]?$)的?/g,
      (_, which: string) => `${relative[which]}年`,
    )
    .replace(/(?<![\d每])([今明次去])年/g, (_, which: string) => `${relative[which]}年`)
  const isFestival = /^(?:\d{4}年)?(?:五一|七一|八一|十一)/.test(flat)
  return isFestival ? flat : figuresOf(flat)
}

/** One date with the words around it, or a stretch from one date to another, whose far end counts for a deadline. */
function readStretch(text: string, context: DayContext): OfficeDay | undefined {
  const bare = stripped(text)
  const one = readOneDay(bare, context)
  if (one) return 'fault' in one ? { kind: 'error', reason: one.fault } : { kind: 'day', ...one }
  for (const split of bare.matchAll(/至|到|-/g)) {
    const from = bare.slice(0, split.index).replace(/^从|^自/, '')
    const to = bare.slice(split.index + 1)
    const range = readRange(from, stripped(to), context)
    if (range) return range
  }
  return undefined
}

function readRange(from: string, to: string, context: DayContext): OfficeDay | undefined {
  const first = readOneDay(/^\d{1,2}$/.test(from) && to.includes('月') ? `${from}月` : from, {
    ...context,
    edge: 'first',
  })
  if (!first || 'fault' in first) return undefined
  const year = Number(first.day.slice(0, 4))
  const sameMonth =
    /^\d{1,2}[日号]?$/.test(to) && /[日号]$/.test(from) ? `${Number(first.day.slice(5, 7))}月${to}` : to
  const last = readOneDay(sameMonth, { ...context, year, edge: 'last' })
  if (!last || 'fault' in last) return undefined
  if (last.day < first.day) return { kind: 'error', reason: 'no-such-day' }
  return { kind: 'day', day: context.edge === 'first' ? first.day : last.day, rule: 'range' }
}

function stripped(text: string): string {
  let bare = text.replace(/^\d{1,2}[.、](?=\d*[年月\u4e00-\u9fff])/u, '')
  while (BEFORE.test(bare)) bare = bare.replace(BEFORE, '')
  const cut = bare.replace(AFTER, '')
  return cut === '' ? bare : cut
}

const LEADING =
  /^(?:(?:19|20)\d{2}年)?(?:\d{1,2}月\d{1,2}[日号]|\d{1,2}月份?(?:底|末|初|上旬|中旬|下旬)?|第?[1-4]季度(?:末|底)?|[上下]半年|年?[底末])(?=前|之前|以前|底|完|实|建|形|出|启|开|印|制|组|召|取|办|力|全|基|确|,|，|$)/

/** A date at the beginning of a sentence: 6月底前形成方案. */
function leading(text: string, context: DayContext): OfficeDay | undefined {
  let bare = text
  while (BEFORE.test(bare)) bare = bare.replace(BEFORE, '')
  const found = LEADING.exec(bare)?.[0]
  return found === undefined ? undefined : readStretch(found, context)
}

/** Of several days, which a cell with its own steps names, the last is the deadline and the first the beginning. */
function furthest(days: readonly OfficeDay[], { edge }: DayContext, raw: string): OfficeDay {
  const sorted = days.flatMap((each) => (each.kind === 'day' ? [each.day] : [])).sort()
  const day = edge === 'first' ? sorted[0] : sorted.at(-1)
  return day === undefined
    ? { kind: 'error', reason: 'unreadable' }
    : { kind: 'day', day, rule: 'several', rest: raw }
}

import { dayOf, timeOf } from '../../../src/kernel/day.ts'
import type { Locale } from './locale.ts'
import { translate } from './translate.ts'

/** China keeps one time; days and hours of the ledger are the city's. */
const CITY_ZONE = 'Asia/Shanghai'

/** A period (`2024Q1`, `2023`, `2023-01/2023-11`) as people say it. Unknown forms stay as they are. */
export function formatPeriod(locale: Locale, period: string): string {
  const quarter = /^(\d{4})Q([1-4])$/.exec(period)
  if (quarter) {
    const [year, number] = [quarter[1]!, quarter[2]!]
    return translate(locale, `period.quarter-${number as '1' | '2' | '3' | '4'}`, { year })
  }
  if (/^\d{4}$/.test(period)) return translate(locale, 'period.year', { year: period })
  const months = /^(\d{4})-(\d{2})(?:\/(\d{4})-(\d{2}))?$/.exec(period)
  if (!months) return period
  const [, year, from, toYear, to] = months
  const month = (text: string | undefined) => Number(text)
  if (!to) return translate(locale, 'period.month', { year: year!, month: month(from) })
  if (year === toYear) {
    return translate(locale, 'period.months', { year: year!, from: month(from), to: month(to) })
  }
  return translate(locale, 'period.span', {
    year: year!,
    from: month(from),
    toYear: toYear!,
    to: month(to),
  })
}

/** A decimal numeral shortened as the language does: by ten thousands in Chinese, by thousands in English. */
export function formatNumber(locale: Locale, numeral: string): string {
  const value = Number(numeral)
  if (!Number.isFinite(value)) return numeral
  const isLarge = Math.abs(value) >= 10_000
  return new Intl.NumberFormat(locale, {
    maximumFractionDigits: 4,
    useGrouping: locale === 'en',
    ...(isLarge ? { notation: 'compact' as const } : {}),
  }).format(value)
}

/** An instant as day and time in the city's zone, `2024-04-10 09:30`, wherever the reader's machine thinks it is. */
export function formatInstant(instant: string): string {
  const at = new Date(instant)
  return `${dayOf(at, CITY_ZONE)} ${timeOf(at, CITY_ZONE)}`
}

/** A share as a whole per cent; always shown beside its numerator and denominator. */
export function formatShare(numerator: number, denominator: number): string {
  return denominator === 0 ? '—' : `${Math.round((numerator / denominator) * 100)}%`
}

import { isDay } from '../../../../kernel/day.ts'
import { parsePeriod } from '../../../../kernel/period.ts'
import { cumulativeTo } from './cumulative-to.ts'
import { weeksInYear } from './iso-week.ts'
import type { TimePeriod } from './time-period.ts'

const HALF = /^(\d{4})H([12])$/
const WEEK = /^(\d{4})W(\d{2})$/

/**
 * A period from its canonical text: `2024`, `2024H1`, `2024Q1`, `2024-02`, `2024-01/2024-11`, `2024W05`, `2024-02-03`.
 * Undefined for anything else, also for stretches of months that do not begin in January.
 */
export function readPeriod(text: string): TimePeriod | undefined {
  const year = Number(text.slice(0, 4))
  if (year < 1000) return undefined
  const half = HALF.exec(text)
  if (half) return { kind: 'half', year, index: Number(half[2]) }
  const week = WEEK.exec(text)
  if (week) {
    const index = Number(week[2])
    return index >= 1 && index <= weeksInYear(year) ? { kind: 'week', year, index } : undefined
  }
  if (isDay(text)) return { kind: 'day', year, index: Number(text.slice(5, 7)) * 100 + Number(text.slice(8)) }
  const range = parsePeriod(text)
  if (!range) return undefined
  const { from, to } = range
  if (text.includes('Q')) return { kind: 'quarter', year, index: to.month / 3 }
  if (from.year !== to.year) return undefined
  if (from.month === to.month) return { kind: 'month', year, index: to.month }
  return from.month === 1 ? cumulativeTo(year, to.month) : undefined
}

/** The canonical text, by which the API, files and the kernel name a period. */
export function writePeriod({ kind, year, index }: TimePeriod): string {
  switch (kind) {
    case 'year':
      return String(year)
    case 'half':
      return `${year}H${index}`
    case 'quarter':
      return `${year}Q${index}`
    case 'month':
      return `${year}-${two(index)}`
    case 'cumulative':
      return `${year}-01/${year}-${two(index)}`
    case 'week':
      return `${year}W${two(index)}`
    case 'day':
      return `${year}-${two(Math.floor(index / 100))}-${two(index % 100)}`
  }
}

function two(number: number): string {
  return number < 10 ? `0${number}` : String(number)
}

import { readPeriod as findWholePeriod } from '../sheet/find-period.ts'
import { readPeriod } from './period-text.ts'
import type { TimePeriod } from './time-period.ts'
import words from './words.json' with { type: 'json' }

const MONTH_NAMES = words.en.months
/** `Jan–Nov 2024`, `Feb 2024`, `Q1 2024`, `H1 2024`, `Week 5, 2024`, `3 Feb 2024`: what `formatTimePeriod` writes in English. */
const ENGLISH =
  /^(?:(?<from>[a-z]{3,9})-)?(?:(?<date>\d{1,2}) )?(?<name>[a-z]{3,9})(?: ?(?<number>\d{1,2}))?,? (?<year>\d{4})$/i

/**
 * A period as offices print it, 2024年1—11月, 前三季度, 上半年, 2024年一季度, 2024年末, 2024年第5周, or in its canonical
 * text. A period without a year takes that of the context; without one it stays undefined, as does anything that is not
 * wholly a period. 年末 and 季度末 mean the period that ends there.
 */
export function parseTimePeriod(text: string, context: { year?: number } = {}): TimePeriod | undefined {
  const flat = text.normalize('NFKC').trim()
  const canonical = readPeriod(flat) ?? readEnglish(flat.replace(/[–—]/g, '-'))
  if (canonical) return canonical
  const bare = withFigures(flat).replace(/^截[至止]/, '')
  const found = findWholePeriod(bare, context)
  return found === undefined ? undefined : readPeriod(found)
}

/** Months in words (一至十一月) as figures; the words of a quarter are left. */
function withFigures(text: string): string {
  return text.replace(
    /(?:十[一二]?|[一二三四五六七八九])(?=月|个月|(?:至|到|-|—)[一二三四五六七八九十]+月)/g,
    (word) => String(words.zh.numerals.indexOf(word) + 1),
  )
}

function readEnglish(text: string): TimePeriod | undefined {
  const { from, date, name = '', number, year } = ENGLISH.exec(text)?.groups ?? {}
  if (year === undefined) return readQuarterOrHalf(text)
  const month = MONTH_NAMES.findIndex((full) => full.slice(0, 3) === name.slice(0, 3).toLowerCase()) + 1
  const two = (value: number | string) => String(value).padStart(2, '0')
  if (number !== undefined)
    return name.toLowerCase() === 'week' ? readPeriod(`${year}W${two(number)}`) : undefined
  if (month === 0) return undefined
  if (date !== undefined) return readPeriod(`${year}-${two(month)}-${two(date)}`)
  if (from === undefined) return readPeriod(`${year}-${two(month)}`)
  return from.slice(0, 3).toLowerCase() === 'jan' ? readPeriod(`${year}-01/${year}-${two(month)}`) : undefined
}

function readQuarterOrHalf(text: string): TimePeriod | undefined {
  const match = /^([QH])([1-4]) (\d{4})$/i.exec(text)
  return match ? readPeriod(`${match[3]}${match[1]!.toUpperCase()}${match[2]}`) : undefined
}

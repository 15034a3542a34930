import { isDay } from '../../../../kernel/day.ts'
import type { ReportDate } from '../model.ts'
import { dateInFileName } from './date-in-file-name.ts'
import { inferredMonth, inferredYear } from './inferred-date.ts'

const HEAD = 1200
const TAIL = 300
const FULL = '((?:19|20)\\d{2})\\s*(?:年|[-/.])\\s*(\\d{1,2})\\s*(?:月|[-/.])\\s*(\\d{1,2})日?'

/** A date by itself: session line, issue line, web byline. Lines of running text are not asked. */
const LINES: readonly RegExp[] = [
  new RegExp(
    `^[^。]{0,80}?${FULL}\\s*(?:在|于)?[^。，\\n]{0,20}第[^。，\\n]{1,24}(?:次|届)[^。，\\n]{0,8}会议`,
  ),
  new RegExp(`(?:发布|发稿|更新|印发|刊发|报送)?(?:时间|日期)[：:]\\s*${FULL}`),
  new RegExp(`^[^。，\\n]{0,24}${FULL}[^。，\\n]{0,30}$`, 'm'),
  new RegExp(`^[\\s（—\\-]*${FULL}`),
]
const DATELINE = /(?:((?:19|20)\d{2})年)?(\d{1,2})月(\d{1,2})日\s*(?:讯|电|专电|消息|综合)/
const EVENT =
  /(?:((?:19|20)\d{2})年)?(?<!\d)(\d{1,2})月(\d{1,2})日(?=[^。]{0,80}(?:召开|举行|主持|会见|签署|部署))/

/**
 * When the report was made: as given, else as the text says, else the file name, else inferred from the
 * years, plans and quarters it speaks of. A day without a year takes its year from the file name.
 */
export function findReportDate(folded: string, options: { date?: string; fileName?: string }): ReportDate {
  if (options.date) return { value: options.date, from: 'given' }
  const head = folded.slice(0, HEAD)
  const tail = folded.slice(-TAIL)
  for (const pattern of LINES)
    for (const part of [head, tail]) {
      const value = dayFrom(pattern.exec(part))
      if (value) return { value, from: 'text' }
    }
  const named = dateInFileName(options.fileName ?? '')
  const year = named?.slice(0, 4) ?? inferredYear(folded)
  for (const pattern of [DATELINE, EVENT]) {
    const value = dayFrom(pattern.exec(head), year)
    if (value && agrees(value, named)) return { value, from: 'text' }
  }
  if (named && named.length > 4) return { value: named, from: 'file-name' }
  if (!year) return { value: null, from: 'unknown' }
  const month = inferredMonth(folded)
  if (month) return { value: `${year}-${String(month).padStart(2, '0')}`, from: 'inferred' }
  return { value: year, from: named ? 'file-name' : 'inferred' }
}

function dayFrom(match: RegExpExecArray | null, year: string | null = null): string | null {
  const known = match?.[1] ?? year
  if (!match || !known) return null
  const day = `${known}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}`
  return isDay(day) ? day : null
}

/** A file named by quarter or month holds days of about that time. */
function agrees(day: string, named: string | null): boolean {
  if (!named || named.length < 7) return true
  const months = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))
  return Math.abs(months(day) - months(named)) <= 3
}

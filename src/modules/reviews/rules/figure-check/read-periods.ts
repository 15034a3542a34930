/** A period as the text names it: months of a year, which may stay unsaid. */
export interface SaidPeriod {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly year: string | undefined
  readonly from: number
  readonly till: number
  /** 截至6月末: the end of a period that began in January. */
  readonly isEnd: boolean
}

const PERIOD =
  /(?:(?<year>(?:19|20)\d{2})年度?)?(?:(?:第?(?<quarter>[一二三四1-4])季度)|(?<half>上半年|下半年)|前(?<first>[一二三四五六七八九十]|两)(?<grain>个?季度|个月)|(?<!\d)(?:(?<from>\d{1,2})月?-)?(?<till>\d{1,2})月(?:份)?(?<last>末|底)?(?!\d|[日号])|(?<all>全年))|(?<only>(?:19|20)\d{2})年(?:度|，|全[市区年县])?/g
const DIGITS = '零一二三四五六七八九十'

export function readPeriods(text: string): SaidPeriod[] {
  return [...text.matchAll(PERIOD)].flatMap((match) => {
    const months = monthsOf(match.groups!)
    if (!months) return []
    const said = match[0].replace(/[，]$|全[市区县]$/, '')
    const year = match.groups!.year ?? match.groups!.only
    const isEnd = match.groups!.last !== undefined
    return [{ start: match.index, end: match.index + said.length, text: said, year, isEnd, ...months }]
  })
}

type Groups = Record<string, string | undefined>

function monthsOf({ quarter, half, first, grain, from, till, all, only }: Groups) {
  if (quarter) {
    const q = digit(quarter)
    return { from: 3 * q - 2, till: 3 * q }
  }
  if (half) return half === '上半年' ? { from: 1, till: 6 } : { from: 7, till: 12 }
  if (first) return { from: 1, till: digit(first) * (grain === '个月' ? 1 : 3) }
  if (all || only) return { from: 1, till: 12 }
  const last = Number(till)
  return last >= 1 && last <= 12 ? { from: Number(from ?? till), till: last } : null
}

function digit(text: string): number {
  return text === '两' ? 2 : /\d/.test(text) ? Number(text) : DIGITS.indexOf(text)
}

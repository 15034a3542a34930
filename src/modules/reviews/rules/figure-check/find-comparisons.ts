import type { FigureFinding } from './finding.ts'
import { plainFinding } from './plain-finding.ts'
import type { Sentence } from './sentence.ts'

const WORD = /(?<word>同比|环比)/g
const LAST_YEAR = '(?:上年|去年|前一年|上一年)(?:的)?(?:同期|同月|同季度?|同日)?'
const BEFORE =
  '(?:上个?月|上季度|上周|上旬|前一?个?月|前一季度|前一周|上一个?月|上一个?季度|上一周|前一交易日)'
const NAMED = '(?:\\d{4}年)?(?:(?<month>\\d{1,2})月(?:份|末|底)?|(?:第)?(?<quarter>[一二三四])季度(?:末)?)'
/** What the words say that something is compared with. */
export const OF = `(?:(?<lastYear>${LAST_YEAR})(?![末底年])|(?<before>${BEFORE})(?!同期)|(?<named>${NAMED})(?!同期|同月))`
/** 同比[比]上月; what is compared with stands right behind the word. */
const BEHIND = new RegExp(`^(?:[^，。；、\\d]{0,2}[比较与])?${OF}`)
/** 比上月[相比，]同比. */
const AHEAD = new RegExp(`(?:比|较|与|同|和)${OF}(?:水平)?(?:相比|比较|比)?(?:，[^，。；\\d]{0,10})?$`)
const TOPIC = /(?:(?<month>\d{1,2})月(?:份|末|底)?|(?:第)?(?<quarter>[一二三四])季度)/g
const QUARTERS = '一二三四'

/**
 * 同比 is against the same period of last year, 环比 against the period right before (DOMAIN §9.1): told where the text
 * says the one and names the other.
 */
export function findComparisons(sentence: Sentence): FigureFinding[] {
  const { folded } = sentence
  return [...folded.matchAll(WORD)].flatMap((match) => {
    const after = folded.slice(match.index + 2)
    const before = folded.slice(0, match.index)
    const behind = BEHIND.exec(after)
    const ahead = behind ? null : AHEAD.exec(before)
    const found = behind ?? ahead
    if (!found) return []
    const topic = ahead ? before.slice(0, ahead.index) : before
    const meant = meantBy(found.groups!, topic)
    const printed = match.groups!.word!
    if (!meant || meant === printed) return []
    const from = ahead ? ahead.index : match.index
    const to = match.index + 2 + (behind?.[0].length ?? 0)
    const figures = [{ start: sentence.start + from, end: sentence.start + to }]
    return [
      plainFinding(
        sentence.article,
        { sentence, figures },
        {
          kind: 'comparison',
          cause: 'wrong-word',
          printed,
          expected: meant,
          arithmetic: folded.slice(from, to),
        },
      ),
    ]
  })
}

/** The word for this comparison; null where it may be either. */
export function meantBy(of: Record<string, string | undefined>, topic: string): '同比' | '环比' | null {
  if (of.lastYear) return '同比'
  if (of.before) return '环比'
  if (/\d{4}年/.test(of.named ?? '')) return null
  const [said] = [...topic.matchAll(TOPIC)].slice(-1)
  if (!said || /\d{4}年.*\d{4}年/.test(topic)) return null
  const { month, quarter } = said.groups!
  if (of.month && month) return Number(of.month) % 12 === (Number(month) + 11) % 12 ? '环比' : null
  if (of.quarter && quarter)
    return QUARTERS.indexOf(of.quarter) === (QUARTERS.indexOf(quarter) + 3) % 4 ? '环比' : null
  return null
}

import type { Article, Range } from '../../model.ts'
import type { Sentence } from '../text/sentences.ts'

/** What a heading says the text under it is: an account, what is short, or what is to be done. */
export type Section = 'account' | 'problems' | 'plan'

const LEVELS = [
  /^第[一二三四五六七八九十]{1,3}(?:部分|章)|^[一二三四五六七八九十]{1,3}、/,
  /^[（(][一二三四五六七八九十]{1,3}[）)]/,
  /^\d{1,2}[.、．](?!\d)/,
  /^[（(]\d{1,2}[）)]|^[①-⑳]/,
]
const UNNUMBERED = -1
const LONGEST = 30
const PROBLEMS =
  /(?:问题|不足|短板|差距|困难|弱项|薄弱环节|矛盾|挑战|问题提示|存在的?)(?:和[^，。]{2,6})?(?:分析|提示|情况|之处)?[：:。】]?$/
const PLAN =
  /(?:下一?步|下阶段|今后|打算|工作安排|工作要求|有关要求|工作部署|(?:重点|主要|目标|工作)任务|总体(?:要求|思路)|工作(?:思路|重点|措施|建议|计划)|整改要求|意见建议|对策建议|(?:今年|明年|\d{4}年)[^，。]{0,8}(?:安排|打算|计划|任务|目标|思路|举措))[^，。；]{0,8}[：:。】]?$|(?:抓好|做好|推进|完成|突出|聚焦)[^，。]{0,8}(?:以下|如下|[一二三四五六七八九十几]{1,2}[个项大]?方面|[一二三四五六七八九十]{1,2}件)[^，。]{0,6}[：:。]?$/
/** 二、2025年工作: to be done when the year is still ahead. */
const OF_YEAR = /^(?:[^，。]{0,6}[、）)])?(?<year>今年|明年|\d{4}年)[^，。]{0,8}工作[：:。]?$/
const NO_HEADING = /(?:整改|解决|回顾|完成情况|总结|进展)[^，。]{0,4}$/

/** Reads under which heading each sentence stands. A heading counts for what follows up to the next of its level. */
export function readSections(
  article: Article,
  sentences: readonly Sentence[],
  reportDate: string | null,
): Section[] {
  const { folded } = article.body
  const { paragraphs } = article
  let current: Section = 'account'
  let level = Number.POSITIVE_INFINITY
  return sentences.map((sentence) => {
    const heading = headingOf(folded, sentence, paragraphs[sentence.paragraph])
    if (!heading) return current
    const section = sectionOf(heading.text, reportDate)
    const isOuter =
      heading.level === UNNUMBERED
        ? section !== 'account' || level === UNNUMBERED
        : heading.level <= (level === UNNUMBERED ? 0 : level)
    if (isOuter && (section !== 'account' || current !== 'account')) {
      current = section
      level = section === 'account' ? Number.POSITIVE_INFINITY : heading.level
    }
    return 'account'
  })
}

function sectionOf(text: string, reportDate: string | null): Section {
  if (PLAN.test(text) && !NO_HEADING.test(text)) return 'plan'
  const year = OF_YEAR.exec(text)?.groups?.year
  if (year) return isAhead(year, reportDate) ? 'plan' : 'account'
  return PROBLEMS.test(text) && !NO_HEADING.test(text) ? 'problems' : 'account'
}

/** The year of a heading is still to come, or has only begun when the report is made. */
function isAhead(year: string, reportDate: string | null): boolean {
  if (year === '明年') return true
  const [ownYear, month] = (reportDate ?? '').split('-')
  const isEarly = month !== undefined && Number(month) <= 3
  return year === '今年'
    ? isEarly
    : year.slice(0, 4) > (ownYear ?? '9999') || (year.startsWith(ownYear || '-') && isEarly)
}

/** A sentence that is a heading: a short paragraph without a full stop, or numbered and short. */
function headingOf(
  folded: string,
  sentence: Sentence,
  paragraph: Range | undefined,
): { text: string; level: number } | null {
  const text = folded.slice(sentence.start, sentence.end)
  if (text.length > LONGEST || !paragraph || sentence.start !== paragraph.start) return null
  const numbered = LEVELS.findIndex((pattern) => pattern.test(text))
  const isWhole = sentence.end === paragraph.end
  if (isWhole && !/[。！？；，]/.test(text)) return { text, level: numbered < 0 ? UNNUMBERED : numbered }
  if (numbered >= 0 && sentence.clauses.length === 1)
    return { text: text.replace(/。$/, ''), level: numbered }
  return null
}

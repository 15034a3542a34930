import type { Article, ReadReport } from '../model.ts'
import { isNumbered } from '../text/openings.ts'
import { growthClauses } from './growth-clause.ts'
import type { GrowthStatement } from './growth-statement.ts'

const SENTENCE = /[^。；！？]+[。；！？]?/g
const SEVERAL_YEARS =
  /今后五年|未来五年|过去(?:的)?五年|五年来|“?十[一二三四五六七]?五”?(?:期间|时期|期末|规划|发展目标)|到20\d{2}年|三年行动/
const LOOKING_BACK = /回顾|过去(?:的)?一年|一年来|刚刚过去/

type Mode = 'target' | 'several-years' | 'result'

/**
 * The growth targets of the year and results of the year before in a government work report, for GDP and
 * fiscal revenue; of each the first that is printed. Needs the report's year.
 */
export function findGrowth(report: ReadReport): GrowthStatement[] {
  const year = Number(report.reportDate.value?.slice(0, 4))
  if (!year) return []
  const found = new Map<string, GrowthStatement>()
  for (const article of report.articles)
    for (const statement of inArticle(article, year)) {
      const key = `${statement.indicator} ${statement.role}`
      const known = found.get(key)
      if (!known || (known.low === null && statement.low !== null && statement.role === 'result'))
        found.set(key, statement)
    }
  return [...found.values()]
}

function* inArticle(article: Article, year: number): Generator<GrowthStatement> {
  const { folded, text } = article.body
  let mode: Mode = 'result'
  for (const paragraph of article.paragraphs) {
    const content = folded.slice(paragraph.start, paragraph.end)
    if (isNumbered(content) && mode !== 'result' && !/^[—─]/.test(content)) mode = 'result'
    for (const match of content.matchAll(SENTENCE)) {
      const sentence = match[0]
      mode = modeOf(sentence, mode, year)
      for (const clause of growthClauses(sentence)) {
        const role = mode === 'target' ? 'target' : 'result'
        if (role === 'result' && !clause.isCompared) continue
        const { start, end, isCompared: _, ...growth } = clause
        const range = {
          start: paragraph.start + match.index + start,
          end: paragraph.start + match.index + end,
        }
        yield {
          ...growth,
          role,
          year: role === 'target' ? year : year - 1,
          articleIndex: article.index,
          range,
          text: text.slice(range.start, range.end),
        }
      }
    }
  }
}

/** What a sentence speaks of: this year's goals, a plan of several years, or the year gone by. */
function modeOf(sentence: string, mode: Mode, year: number): Mode {
  const isOfYear = new RegExp(`今年|${year}年|本年|新的一年`).test(sentence)
  const announced = new RegExp(
    `(?:今年|${year}年|本年|新的一年)[^，。]{0,40}?(?:预期|主要|发展|调控)?目标(?:任务)?(?:和[^，。：]{2,8})?(?:是|为|：)`,
  )
  if (
    announced.test(sentence) ||
    new RegExp(`(?:今年|${year}年)[^。]{0,40}(?:工作|任务|目标|安排)[^，。]{0,6}(?:是|为)?：`).test(sentence)
  )
    return 'target'
  if (/(?:主要|总体)?预期目标(?:和[^，。]{2,8})?(?:是|为|：)/.test(sentence) && !SEVERAL_YEARS.test(sentence))
    return 'target'
  if (SEVERAL_YEARS.test(sentence)) return 'several-years'
  if (LOOKING_BACK.test(sentence)) return 'result'
  return mode === 'several-years' && isOfYear ? 'result' : mode
}

import type { CheckedArticle } from './body.ts'
import type { FigureFinding } from './finding.ts'
import { plainFinding } from './plain-finding.ts'
import { readPeriods, type SaidPeriod } from './read-periods.ts'
import type { Sentence } from './sentence.ts'

/** A title that says of which period it reports. */
const REPORTS = /情况|通报|运行|排名|成绩单|统计|公报|小结|总结|分析|数据|简报|报告|简析|盘点|月报|季报/
/** What is asked for, or belongs to a plan, is not what the text reports. */
const PLANS = /计划|方案|安排|要点|任务分解|规划|目标/
const LEAD = 160
const BEFORE = /上年|去年|上一?季度|上月|计划|将|截至|下一步|前一/

/** The period that the title names is nowhere in the text, which opens with another one. */
export function findTitlePeriod(article: CheckedArticle, sentences: readonly Sentence[]): FigureFinding[] {
  const title = (article.title ?? '').replace(/[—～~]/g, '-')
  if (!REPORTS.test(title) || PLANS.test(title)) return []
  const { folded } = article.body
  const named = readPeriods(title)
  const [own] = named
  if (!own || named.length !== 1) return []
  const said = readPeriods(folded)
  if (said.some((period) => isSame(period, own))) return []
  const rivals = said.filter(
    (period) => period.start < LEAD && isTopic(folded, period) && mayRival(period, own),
  )
  const [rival] = rivals
  if (!rival || rivals.some((other) => other.from !== rival.from || other.till !== rival.till)) return []
  const sentence = sentences.find(({ start, end }) => rival.start >= start && rival.start < end)
  if (!sentence || BEFORE.test(sentence.folded.slice(0, rival.start - sentence.start))) return []
  const figure = { start: rival.start, end: rival.end }
  return [
    plainFinding(
      article,
      { sentence, figures: [figure] },
      {
        kind: 'period',
        cause: 'wrong-word',
        severity: 'warning',
        printed: rival.text,
        expected: own.text,
        arithmetic: `${own.text} ≠ ${rival.text}`,
      },
    ),
  ]
}

/** The same months, of the same year where both name one; the end of a cumulative period is the period. */
function isSame(one: SaidPeriod, own: SaidPeriod): boolean {
  if (one.year && own.year && one.year !== own.year) return false
  if (own.from === 1 && own.till === 12) return one.year !== undefined && one.year === own.year
  return one.till === own.till && (one.from === own.from || one.from === 1 || (one.isEnd && own.from === 1))
}

/** A year's report may speak of its quarters; of another year as its topic it may not. */
function mayRival(one: SaidPeriod, own: SaidPeriod): boolean {
  if (own.from === 1 && own.till === 12)
    return one.year !== undefined && one.from === 1 && one.till === 12 && one.year !== own.year
  if (one.from === 1 && one.till === 12 && !one.text.includes('全年')) return false
  return true
}

/** At the head of a clause, with a comma or the subject behind it. */
function isTopic(folded: string, { start, end }: SaidPeriod): boolean {
  const isHead = /(?:^|[。！？\n：；])(?:今年|本年度?|当年)?$/.test(
    folded.slice(Math.max(0, start - 5), start),
  )
  return isHead && /^(?:度|份|以来)?[，全我本各市区县]/.test(folded.slice(end, end + 3))
}

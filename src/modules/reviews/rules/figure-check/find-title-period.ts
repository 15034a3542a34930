import type { CheckedArticle } from './body.ts'
import type { FigureFinding } from './finding.ts'
import { plainFinding } from './plain-finding.ts'
import type { Sentence } from './sentence.ts'

const PERIOD =
  /(?:(?<year>20\d{2})年)?(?:第?(?<quarter>[一二三四1-4])季度|(?<half>上半年|下半年)|(?:(?<from>\d{1,2})-)?(?<till>\d{1,2})月份?(?!\d|[日号底])|前(?<first>[一二三四五六七八九])(?:季度|个月))/g
/** A title that says of which period it reports. */
const REPORTS = /情况|通报|运行|排名|成绩单|统计|公报|小结|总结|分析|数据/
const LEAD = 160

/** The period that the title names is nowhere in the text, which opens with another of the same length. */
export function findTitlePeriod(article: CheckedArticle, sentences: readonly Sentence[]): FigureFinding[] {
  const title = (article.title ?? '').replace(/[—～~]/g, '-')
  if (!REPORTS.test(title)) return []
  const { folded } = article.body
  const named = [...title.matchAll(PERIOD)]
  if (named.length !== 1) return []
  const own = keyOf(named[0]!.groups!)
  const said = [...folded.matchAll(PERIOD)]
  if (said.some(({ groups }) => keyOf(groups!).span === own.span && sameYear(keyOf(groups!).year, own.year)))
    return []
  const rivals = said.filter(({ index, groups }) => index < LEAD && keyOf(groups!).grain === own.grain)
  const [rival] = rivals
  if (!rival || new Set(rivals.map(({ groups }) => keyOf(groups!).span)).size !== 1) return []
  const sentence = sentences.find(({ start, end }) => rival.index >= start && rival.index < end)
  if (
    !sentence ||
    /上年|去年|上一?季度|上月|计划|将/.test(sentence.folded.slice(0, rival.index - sentence.start))
  )
    return []
  const figure = { start: rival.index, end: rival.index + rival[0].length }
  const said_ = {
    kind: 'period',
    cause: 'wrong-word',
    severity: 'warning',
    printed: rival[0],
    expected: named[0]![0],
    arithmetic: `${named[0]![0]} ≠ ${rival[0]}`,
  } as const
  return [plainFinding(article, { sentence, figures: [figure] }, said_)]
}

function sameYear(a: string | undefined, b: string | undefined): boolean {
  return !a || !b || a === b
}

function keyOf({ year, quarter, half, from, till, first }: Record<string, string | undefined>) {
  const digit =
    quarter && '一二三四'.indexOf(quarter) >= 0 ? String('一二三四'.indexOf(quarter) + 1) : quarter
  if (digit) return { year, span: `Q${digit}`, grain: 'quarter' }
  if (half) return { year, span: half, grain: 'half' }
  if (first) return { year, span: `first ${first}`, grain: 'cumulative' }
  return from
    ? { year, span: `${from}-${till}`, grain: 'cumulative' }
    : { year, span: `M${till}`, grain: 'month' }
}

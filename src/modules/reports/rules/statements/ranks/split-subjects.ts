import type { Range } from '../../model.ts'
import { type ListItem, splitList } from '../text/split-list.ts'

/** Nouns that measure: an indicator ends with one. */
const MEASURE =
  /(?:(?<!制)(?<!年)(?<!调)度|率|量|数|额|值|速|幅|增长|收入|投资|指数|水平|占比|比重|比例|面积|规模|得分|评分|总分|分值|成绩|亩产|单产|营收|税收|利润|贡献|浓度|效益|排名|名次|成效|质量|质效|进出口|出口|引资|外资|存款|贷款|用电|床位|降幅|下降)$/
/** Heads that speak of a whole list before them: one evaluation of several things. */
const DISTRIBUTES =
  /(?:综合评价|综合考核|综合测评|综合评估|综合得分|综合指标|总评|等?[^、]{0,4}指标|工作|项目)$/
/** Heads that an item without a measure leans on as on a measure: 河长制、水资源管理考核. */
const JUDGES = /(?:评价|考核|测评|评估|考评|评比|调查|监测|督查|评选|竞赛|比武|绩效)$/
const GROWTH = /(?:增速|增幅|增长率|增长速度|增长|降幅)$/
const LEVEL =
  /(?:总值|增加值|总额|产值|投资|收入|零售额|销售额|营业额|营收|税收|存款|贷款|余额|进出口|出口|外资|用电量|利润)$/

/**
 * Splits the indicators that share a rank (GUIDELINES §4): apart when each has its own measure, whole when one
 * head noun closes the list. An item without a measure belongs to the next that has one.
 */
export function splitSubjects(folded: string, range: Range): Range[] {
  const items = splitList(folded, range, ['、', '以及', '及', '和', '与'])
  if (items.length < 2) return [range]
  const last = folded.slice(items.at(-1)!.start, range.end)
  if (DISTRIBUTES.test(last)) return [range]
  const others = items.slice(0, -1).map((item) => folded.slice(item.start, item.end))
  if (GROWTH.test(last) && last.length > 4 && others.every((item) => LEVEL.test(item) || !MEASURE.test(item)))
    return [range]
  return group(folded, items)
}

function group(folded: string, items: readonly ListItem[]): Range[] {
  const groups: Range[] = []
  let start: number | null = null
  for (const item of items) {
    start ??= item.start
    const text = folded.slice(item.start, item.end)
    if (!MEASURE.test(text) && !JUDGES.test(text) && item !== items.at(-1)) continue
    groups.push({ start, end: item.end })
    start = null
  }
  return groups
}

const BARE =
  /(?:同比|总体|综合|平均|两年平均)?(?:增速|增幅|增量|总量|总额|总数|规模|增长率|增长|额度|排名|完成率|完成量|得分|成绩|总分|占比|份额|位次|降幅|数量|绝对值)$|^(?:同比|均)$/
const EXAMINED = /^(?:年度|年终|综合|季度|半年)?(?:考核|测评|考评|评比|评估|评价)(?:得分|成绩|排名)?$/

/** The measure of an indicator that may lean on a thing named before: 增速, 考核, (收入)总量. Null when it names its own. */
export function leaningMeasure(subject: string): string | null {
  if (EXAMINED.test(subject)) return subject
  const measure = BARE.exec(subject)?.[0]
  return measure && subject.length - measure.length <= 4 ? measure : null
}

/** Whether an indicator is nothing but a measure: 得分, 增速. */
export function isBareMeasure(subject: string): boolean {
  return BARE.exec(subject)?.[0] === subject
}

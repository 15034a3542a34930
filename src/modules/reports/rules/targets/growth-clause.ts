import type { Bound, GrowthStatement, Indicator } from './growth-statement.ts'

const INDICATORS: readonly { indicator: Indicator; pattern: RegExp }[] = [
  { indicator: 'gdp', pattern: /(?:全[市省区县州国]|本?[市省区县州])?(?:国内|地区)?生产总值/g },
  {
    indicator: 'fiscal-revenue',
    pattern:
      /(?:全[市省区县州]|本?[市省区县州])?(?:地方)?(?:一般公共预算|公共财政预算|公共财政|一般预算|财政)(?:总)?收入(?!增长)|(?:全[市省区县州])?(?:地方)?(?:一般公共预算|财政)收入(?=增长)/g,
  },
]
/** Shares, ratios and intensities of the same words, and parts of the whole. */
const NOT_BEFORE =
  /(?:人均|万元|亿元|单位|占|相当于|占全|与|和|高于|低于|城区|来自[^，]{0,12}的|第[一二三]产业|每[^，]{0,4})$/
const NOT_AFTER = /^的?(?:比重|比例|综合能耗|能耗|用水量|二氧化碳|电耗|水耗|增长水平|[\d.]+%)/
const NUMBER = '(\\d{1,3}(?:\\.\\d+)?)'
const GROWTH = new RegExp(
  `^(?<lead>(?:[^。；]{0,34}?))(?<versus>比上年|比去年|较上年|同比|比(?:19|20)\\d{2}年)?(?:实际)?(?:预[计期])?(?<verb>增长|增幅|增速)(?:率)?(?:为|达到|达|在|控制在|保持在|约)?${NUMBER}%?(?:(?:[-—─~～至到]{1,2})${NUMBER})?%(?<bound>左右|以上|以内|上下)?`,
)
const STEP =
  /^[^。；，]{0,6}(?:与|保持与|同)(?:[^，。；]{0,12})(?:经济|生产总值)[^，。；]{0,6}(?:同步|相适应)(?:增长)?/
const ABOVE =
  /^[^。；，]{0,4}(?:增幅|增速|增长)?[^，。；]{0,4}(?:略?高于|快于)(?:国民)?(?:经济|生产总值)(?:增长|增幅|增速)?/
/** Several years, a quarter, or another measure between the indicator and its number: not this year's growth of it. */
const OTHER_MATTER =
  /年均|累计|平均|增加值|收入(?!预计)|总额|总值|支出|投资|第?[一二三四]季度|上半年|个百分点|回落/

export interface GrowthClause
  extends Pick<GrowthStatement, 'indicator' | 'low' | 'high' | 'bound' | 'isEstimate'> {
  start: number
  end: number
  /** 比上年 is printed: the measure of what was reached, unless a target is being announced. */
  isCompared: boolean
}

/** Every growth figure of the two indicators in a folded sentence, with five-year averages, shares and per-head figures left out. */
export function growthClauses(sentence: string): GrowthClause[] {
  const clauses: GrowthClause[] = []
  for (const { indicator, pattern } of INDICATORS)
    for (const match of sentence.matchAll(pattern)) {
      const before = sentence.slice(Math.max(0, match.index - 8), match.index)
      const after = sentence.slice(match.index + match[0].length)
      if (NOT_BEFORE.test(before) || NOT_AFTER.test(after)) continue
      const clause = numbered(after) ?? unnumbered(after)
      if (!clause) continue
      const end = match.index + match[0].length + clause.length
      const isEstimate = /预计/.test(before + after.slice(0, clause.length))
      clauses.push({ indicator, start: match.index, end, ...clause.reading, isEstimate })
    }
  return clauses.sort((one, other) => one.start - other.start)
}

interface Reading {
  length: number
  reading: { low: number | null; high: number | null; bound: Bound; isCompared: boolean }
}

function numbered(after: string): Reading | undefined {
  const match = GROWTH.exec(after)
  if (!match || OTHER_MATTER.test(match.groups!.lead!)) return undefined
  const low = Number(match[4])
  const high = match[5] ? Number(match[5]) : low
  const word = match.groups!.bound
  const bound: Bound = match[5]
    ? 'range'
    : word === '以上'
      ? 'at-least'
      : word === '以内'
        ? 'at-most'
        : word
          ? 'about'
          : 'exact'
  return {
    length: match[0].length,
    reading: { low, high, bound, isCompared: match.groups!.versus !== undefined },
  }
}

function unnumbered(after: string): Reading | undefined {
  for (const [pattern, bound] of [
    [STEP, 'in-step'],
    [ABOVE, 'above-economy'],
  ] as const) {
    const match = pattern.exec(after)
    if (match)
      return { length: match[0].length, reading: { low: null, high: null, bound, isCompared: false } }
  }
  return undefined
}

import { FESTIVAL } from './festival.ts'

const NUMBER = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})'
const TO = '(?:[-—~]|至|到)'
const YEAR = [
  '(?<relative>去年|上年|上一年|今年|本年|当年|前年|明年|来年)',
  '(?<![\\d.])(?<year>(?:19|20)\\d{2})年(?!代|版|会|龄)',
  '(?<hanYear>[一二][九〇○零][〇○零一二三四五六七八九]{2})年',
].join('|')

/** Part of a year. Order matters: the longest reading of the same place comes first. */
const PART = [
  `(?<![\\d.第])(?<fromMonth>${NUMBER})月?份?${TO}(?<toMonth>${NUMBER})月份?`,
  `前(?<monthCount>${NUMBER})个月`,
  `(?<fromQuarter>[一1])${TO}(?<toQuarter>[二三四2-4])季度`,
  '前(?<quarterCount>[二两三四2-4])个?季度',
  '第?(?<quarter>[一二三四1-4])季度|(?<firstQuarter>首季度?)',
  '(?<half>[上下])半年',
  `(?<![\\d.第])(?<month>${NUMBER})月(?!亮|饼|嫂|租|票|薪|刊|均|度)(?:份|(?<day>\\d{1,2})日|(?<monthEnd>底|末)|[上中下]旬|初)?`,
  `(?<festival>${FESTIVAL})(?:节)?(?:假期|期间|黄金周|长假|小长假)?`,
].join('|')

/** Words that stand for a period by themselves. */
const WORD = [
  '(?<ownMonth>本月|当月)|(?<lastMonth>上个?月)|(?<ownQuarter>本季度)|(?<lastQuarter>上个?季度)',
  '(?<wholeYear>全年|(?<![\\d本上今去]|年)年度)(?!.{0,4}(?:目标|任务|计划|工作|要点|预算|重点))',
  '(?<pastYear>过去一年|过去的一年|一年来)',
  '(?<yearToDate>年初以来)',
  '(?<many>(?<![\\d])(?:近|过去)(?:[二两三四五六七八九十]|\\d{1,2})年|(?<![\\d])(?:[二两三四五六七八九十]|\\d{1,2})年(?:来|以来|期间)|近年来|“?[一二三四五六七八九十]{1,3}五”?(?:规划)?(?:以来|期间|时期)|改革开放以来|历年来?)',
].join('|')

const END = '(?:全年|年度|度|年?(?<yearEnd>底|末)|以来|期间)?'

/** One period marker in folded text. Groups name what was read (`resolve-marker.ts`); a name stands once in each alternative. */
export function markerPattern(flags: string): RegExp {
  const range = `(?<![\\d.])(?<fromYear>(?:19|20)\\d{2})年?${TO}(?<toYear>(?:19|20)\\d{2})年`
  const withYear = `(?:${YEAR})(?:度?的?(?:${PART})|${END})`
  return new RegExp(`(?<until>截[至止]到?|到|至)?(?:${range}|${withYear}|(?:${PART})|(?:${WORD}))`, flags)
}

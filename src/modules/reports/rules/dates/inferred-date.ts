import { readNumeral } from './chinese-numeral.ts'

const ROUND_PLAN =
  /(收官|开局|谋划|圆满完成|承上启下)?[之年是]*“?(十[一二三四五六七]?)五”?(?:规划)?(?:的?(收官|开局|起步|第一年|最后一年|关键))?/g

/** A lone year further ahead of all others than this is a goal, not the present. */
const FORESIGHT = 4

/** The year that a text without a date was most likely written in; null when nothing tells. */
export function inferredYear(folded: string): string | null {
  const looksBack = /((?:19|20)\d{2})年的?工作(?:的?回顾|总结|情况)/.exec(folded)
  if (looksBack) return String(Number(looksBack[1]) + 1)
  const ahead = /(?:今后五年(?:及|和))((?:19|20)\d{2})年的?工作/.exec(folded)
  if (ahead) return ahead[1]!
  for (const match of folded.matchAll(ROUND_PLAN)) {
    const first = 2001 + (readNumeral(match[2]!) - 10) * 5
    const word = match[1] ?? match[3]
    if (word === '收官' || word === '最后一年') return String(first + 4)
    if (word === '开局' || word === '起步' || word === '第一年') return String(first)
  }
  const years: number[] = []
  const plain = folded.replace(/《[^》]{0,60}》/g, '')
  for (const match of plain.matchAll(/(?<![到至往—\-\d])((?:19|20)\d{2})年(?!前|以前|底|末|目标|版|—|-)/g))
    years.push(Number(match[1]))
  years.sort((one, other) => other - one)
  const latest = years.find((year, i) => i + 1 >= years.length || year - years[i + 1]! <= FORESIGHT)
  if (latest) return String(latest)
  return /[（《](?<first>20\d{2})年?[-—至](?:20\d{2})年?/.exec(folded)?.groups?.first ?? null
}

/** The month that season words tell: the review of a quarter meets at its beginning. */
export function inferredMonth(folded: string): number | null {
  const quarter =
    /(?:做好|部署|开展|抓好|全力冲刺|[,，]|^|。)(?:今年)?第?([一二三四])季度(?:是|的?(?:经济|重点|各项)?.{0,8}工作|目标任务)/.exec(
      folded,
    )
  if (quarter) return '一二三四'.indexOf(quarter[1]!) * 3 + 1
  return /新年首次|岁末年初|新年伊始|新春上班|开年第一/.test(folded) ? 1 : null
}

import { chineseNumber } from './chinese-number.ts'
import type { FigureFinding } from './finding.ts'
import { plainFinding } from './plain-finding.ts'
import type { Sentence } from './sentence.ts'

const NUMBER = '(?:[两三四五六七八九十]|十[一二三四五六]|\\d{1,2})'
const OF =
  '(?:个|家|项|类|省|市|区县|区|县|镇|街道|地|国|大|方|种|所|条|座|位|名|部门|单位|园区|环节|领域|行业|产业|港区|中心|层面|方面|阶段|级)'
/** 江苏、浙江、安徽三省; 两省一市 counts both. */
const LISTED = new RegExp(
  `(?<![\\d]|\\d[家个项])(?<list>[^，。；：！？、（）()“”《》\\d]{1,16}(?:、[^，。；：！？、（）()“”《》\\d]{1,16}){1,11}?)(?<many>${NUMBER})(?<of>${OF})(?:(?<more>[一两三四五])(?<moreOf>[省市区县]))?(?=[^、]{0,8}(?:[，。；、的]|$))`,
  'g',
)
/** 等 leaves the list open; a number inside a name or an ordinal counts nothing. */
const OPEN =
  /等|第$|之$|分别|各$|每$|其他|其余|另$|近$|约$|前$|这$|上述$|以及其|级$|十二?五$|共$|全$|新增$|[一二三四五六七八九十]$/

/** A list that says how many it names, and names another number. */
export function findEnumerations(sentence: Sentence): FigureFinding[] {
  return [...sentence.folded.matchAll(LISTED)].flatMap((match) => {
    const { list = '', many = '', more } = match.groups!
    if (OPEN.test(list) || /^\d{2}/.test(many)) return []
    const said = (chineseNumber(many) ?? 0) + (more ? (chineseNumber(more) ?? 0) : 0)
    const byMark = list.split('、')
    const byWord = list.split(/、|和|与|及|以及/)
    // 思想、工作和措施: the last two may be joined by a word; inside a name such a word joins nothing.
    const named = list.split(/、|以及|[和与及](?=[^、]*$)/).length
    const counts = [byMark.length, byWord.length, named]
    // A list of one mould: what stands in it is named alike, so that a mark more is a name more.
    const isEven =
      byMark.slice(1, -1).every((name) => name.length <= 8) &&
      byMark.slice(1).every((name) => name.length >= 2)
    if (said < 2 || counts.includes(said) || !isEven || Math.abs(said - byMark.length) > 3) return []
    const start = sentence.start + match.index
    const figures = [{ start, end: start + list.length + many.length + match.groups!.of!.length }]
    return [
      plainFinding(
        sentence.article,
        { sentence, figures },
        {
          kind: 'count',
          cause: 'unknown',
          severity: 'warning',
          printed: `${many}${match.groups!.of}`,
          expected: String(named),
          arithmetic: `${named} ≠ ${said}: ${list}`,
        },
      ),
    ]
  })
}

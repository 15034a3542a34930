import { plain } from './find-growth.ts'
import { quotient } from './interval.ts'
import type { Relation } from './relation.ts'
import { COUNT, type Sentence } from './sentence.ts'

const PER = new RegExp(
  `(?<per>人均|户均|家均|件均|场均|班均|每[人户家件场次个名所座台处]平均|平均每[人户家件场次个名所座台处])[^，。；${COUNT}]{0,8}(?<each>${COUNT})`,
  'g',
)
const HEADS: Readonly<Record<string, RegExp>> = {
  人: /^(?:人|名|人次)$/,
  名: /^[人名]$/,
  户: /^户$/,
  家: /^家$/,
  件: /^件$/,
  场: /^场次?$/,
  次: /^(?:场?次|批次)$/,
  个: /^个/,
  班: /^[个班]$/,
  所: /^所$/,
  座: /^座$/,
  台: /^台$/,
  处: /^处$/,
}
/** What a resident earns or a region makes per head is no quotient of the numbers beside it. */
const STATISTICS = /可支配|生产总值|GDP|消费支出|寿命|面积|绿地/

/** 发放T元，惠及P人，人均x元. */
export function findPerPerson(sentence: Sentence): Relation[] {
  if (STATISTICS.test(sentence.folded)) return []
  return [...sentence.masked.matchAll(PER)].flatMap((match) => {
    const printed = sentence.figureAt(match.index + match[0].length - 1)
    const heads = HEADS[/[人名户家件场次个班所座台处]/.exec(match.groups!.per!.replace('平均', ''))![0]]!
    const before = sentence.figures.filter(({ start, kind }) => start < printed.start && kind === 'count')
    const totals = before.filter(({ measure }) => measure === printed.measure)
    const people = before.filter(({ measure }) => heads.test(measure))
    const [total] = totals
    const [crowd] = people
    if (!total || !crowd || totals.length > 1 || people.length > 1) return []
    return [
      {
        kind: 'per-person' as const,
        sentence,
        terms: [total, crowd],
        printed,
        reckon: ([all, many]) => quotient(all!, many!),
        formula: `${plain(total)} ÷ ${plain(crowd)}`,
      } satisfies Relation,
    ]
  })
}

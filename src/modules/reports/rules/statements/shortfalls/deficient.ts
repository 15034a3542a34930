import type { Reading, ReadSentence } from '../reading.ts'
import type { Shortcoming } from './shortcoming.ts'
import { DEFICIENT, splitWeakMatters } from './weakness.ts'

const BEHIND =
  /(?:未达到?|没有?达到?|尚未达到?|未完成|尚未完成|未实现|未能完成|落后于?|滞后于?|慢于|低于|不及)[^，]{0,18}(?:序时进度|时序进度|时序要求|进度要求|进度|目标|标准|平均水平|平均值|平均|要求|任务|计划|预期)|(?:被|予以|给予)(?:挂|亮)?(?:黄牌|红牌|黄牌警告|通报批评|约谈|督办)/
/** Low is good for these. */
const LOW_IS_GOOD = /(?:失业率|能耗|浓度|成本|死亡|事故|投诉|发案|贫困|排放|CPI|负债|杠杆|逾期)/
const NEGATED =
  /(?:不断|并不|克服|破解|解决|改变|扭转|防止|避免|着力|针对|补齐|消除|弥补|优势|特色|成效|成绩|亮点|作用|重点|地位|贡献|效果|增长|主体)$|^(?:着力|努力|加快|全力)/
/** Weak adjectives that need a contrast or an adverb to be a criticism. */
const WEAK = /^(?:突出|明显|慢|低|弱|少|差|不足|不大|不多|下滑|紧张|缺乏|(?:比?较|明显)?(?:大|突出|明显))$/
const CONTRAST = /^(?:但是?|不过|然而|可是|同时|与此同时|此外|尤其是|特别是|其中)，?(?:也)?/

const NUMBERING =
  /^(?:[一二三四五六七八九十]是|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[.、．](?!\d)|[①-⑳]|[一二三四五六七八九十]{1,2}、)/

/** What is said to be lagging, weak or below its mark: 项目推进缓慢, 未达序时进度, 低于全市平均水平. */
export function deficient(reading: Reading, sentence: ReadSentence): Shortcoming[] {
  const { folded } = reading.article.body
  const isContrasted = sentence.clauses.findIndex((clause) =>
    /^(?:但|不过|然而|可是)/.test(folded.slice(clause.start, clause.start + 2)),
  )
  return sentence.clauses.flatMap((clause, i) => {
    let text = folded.slice(clause.start, clause.end)
    let start = clause.start + (CONTRAST.exec(text)?.[0].length ?? 0)
    start +=
      sentence.section === 'problems' ? (NUMBERING.exec(folded.slice(start, clause.end))?.[0].length ?? 0) : 0
    const { nameEnd } = reading.units.at(clause.start)
    if (nameEnd > start && nameEnd < clause.end) start = nameEnd
    text = folded.slice(start, clause.end)
    const isAfterContrast = (isContrasted >= 0 && i >= isContrasted) || sentence.section === 'problems'
    if (BEHIND.test(text) && !LOW_IS_GOOD.test(text) && !/^(?:对|将|凡)/.test(text))
      return [
        { items: [{ start, end: clause.end }], quote: clause, rule: 'shortfall.behind', confidence: 0.85 },
      ]
    const match = DEFICIENT.exec(text)
    if (!match || NEGATED.test(match.groups!.matter!)) return []
    const how = match.groups!.how!
    if (!isAfterContrast && (WEAK.test(how) || reading.units.at(clause.start).unit === null)) return []
    const confidence = isAfterContrast ? 0.85 : 0.65
    return [
      {
        items: splitWeakMatters(folded, { start, end: clause.end }),
        quote: clause,
        rule: 'shortfall.deficient',
        confidence,
      },
    ]
  })
}

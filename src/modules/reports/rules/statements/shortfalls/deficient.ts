import type { Reading, ReadSentence } from '../reading.ts'
import type { Shortcoming } from './shortcoming.ts'

const DEGREE =
  '(?:相对|比较|较为|较|还|仍然|仍|尚|偏|依然|有所|略|十分|明显|普遍|总体|不同程度|进度|推进|进展)*'
const ADJECTIVE =
  '(?:滞后|缓慢|迟缓|不到位|不够[一-龥]{0,4}|不强|不高|不大|不实|不严|不深|不快|不优|不广|不多|不平衡(?:不充分)?|不充分|不均衡|不理想|不规范|不及时|不彻底|不明显|不顺畅|不健全|不完善|不力|不畅|不足|薄弱|乏力|偏低|偏慢|偏弱|偏小|偏少|偏软|落后|慢|低|弱|欠缺|短缺|靠后|垫底|下滑|突出|明显)'
const DEFICIENT = new RegExp(`^(?<matter>.{2,40}?)(?<how>${DEGREE}${ADJECTIVE})(?:的问题)?$`)
const BEHIND =
  /(?:未达到?|没有?达到?|尚未达到?|未完成|尚未完成|未实现|未能完成|落后于?|滞后于?|慢于|低于|不及)[^，]{0,18}(?:序时进度|时序进度|时序要求|进度要求|进度|目标|标准|平均水平|平均值|平均|要求|任务|计划|预期)|(?:被|予以|给予)(?:挂|亮)?(?:黄牌|红牌|黄牌警告|通报批评|约谈|督办)/
/** Low is good for these. */
const LOW_IS_GOOD = /(?:失业率|能耗|浓度|成本|死亡|事故|投诉|发案|贫困|排放|CPI|负债|杠杆|逾期)/
const NEGATED =
  /(?:不断|并不|克服|破解|解决|改变|扭转|防止|避免|着力|针对|补齐|消除|弥补|优势|特色|成效|成绩|亮点|作用|重点|地位|贡献|效果|增长|主体)$|^(?:着力|努力|加快|全力)/
/** Weak adjectives that need a contrast or an adverb to be a criticism. */
const WEAK = /^(?:突出|明显|慢|低|弱|不足|不大|不多|下滑)$/
const CONTRAST = /^(?:但是?|不过|然而|可是|同时|与此同时|此外|尤其是|特别是|其中)，?(?:也)?/

/** What is said to be lagging, weak or below its mark: 项目推进缓慢, 未达序时进度, 低于全市平均水平. */
export function deficient(reading: Reading, sentence: ReadSentence): Shortcoming[] {
  const { folded } = reading.article.body
  const isContrasted = sentence.clauses.findIndex((clause) =>
    /^(?:但|不过|然而|可是)/.test(folded.slice(clause.start, clause.start + 2)),
  )
  return sentence.clauses.flatMap((clause, i) => {
    let text = folded.slice(clause.start, clause.end)
    let start = clause.start + (CONTRAST.exec(text)?.[0].length ?? 0)
    const { nameEnd } = reading.units.at(clause.start)
    if (nameEnd > start && nameEnd < clause.end) start = nameEnd
    text = folded.slice(start, clause.end)
    const isAfterContrast = isContrasted >= 0 && i >= isContrasted
    if (BEHIND.test(text) && !LOW_IS_GOOD.test(text) && !/^(?:对|将|凡)/.test(text))
      return [
        { items: [{ start, end: clause.end }], quote: clause, rule: 'shortfall.behind', confidence: 0.85 },
      ]
    const match = DEFICIENT.exec(text)
    if (!match || NEGATED.test(match.groups!['matter']!)) return []
    const how = match.groups!['how']!
    if (!isAfterContrast && (WEAK.test(how) || reading.units.at(clause.start).unit === null)) return []
    const confidence = isAfterContrast ? 0.85 : 0.65
    return [
      {
        items: splitParallel(folded, start, clause.end),
        quote: clause,
        rule: 'shortfall.deficient',
        confidence,
      },
    ]
  })
}

/** A不够、B不强: each item has its own weakness; otherwise the clause is one matter. */
function splitParallel(folded: string, start: number, end: number) {
  const pieces = folded.slice(start, end).split('、')
  if (!pieces.every((piece) => DEFICIENT.test(piece))) return [{ start, end }]
  let at = start
  return pieces.map((piece) => {
    const item = { start: at, end: at + piece.length }
    at = item.end + 1
    return item
  })
}

import type { Range } from '../../model.ts'
import { splitList } from '../text/split-list.ts'
import { splitMatters } from './split-matters.ts'

const DEGREE =
  '(?:相对|比较|较为|较|还|仍然|仍|尚|偏|依然|有所|略显|略|十分|明显|普遍|总体|不同程度|也|都|均|有|存在|还存在)*'
const ADJECTIVE =
  '(?:滞后于(?:序时|时序|计划)(?:进度)?|滞后|缓慢|不突出|不活跃?|不旺|不浓|不聚|不灵活|不丰富|不显著|(?<=缺口|差距|压力|难度|风险|负担|欠账|隐患|矛盾|落差|量)(?:大|多|重)|迟缓|不到位|不够(?:[一-龥]{1,3})?|不强|不高|不大|不实|不严|不深|不快|不优|不广|不多|不平衡(?:不充分)?|不充分|不均衡|不理想|不规范|不及时|不彻底|不明显|不顺畅|不健全|不完善|不力|不畅|不足|薄弱|乏力|偏低|偏高|偏慢|偏弱|偏小|偏少|偏软|偏重|偏大|偏紧|落后|过慢|过低|过高|过长|过大|过重|过少|较差|慢|低|弱|少|差|欠缺|短缺|缺乏|靠后|垫底|下滑|突出|明显|紧张|频发|多发|较大|较重|较多|偏多|过多|不通畅|不精准|不匹配|不协调|不稳定|不牢固|不紧密|不顺|不细|不准|不稳|不真|不新|不活|不聚焦|不清晰|不统一|不主动|不合理|不科学|不配套|不满意|单一|粗放|短板明显|有限|较窄|窄|较短|过短|短|不齐全|不完整|不达标|不合格|散|小|弱小|脱节|不容乐观|不尽如人意|跟不上|不佳|欠佳|不好|不严格|不扎实|不深入|不透彻|不适应|不优化|不成熟|不完备|不便捷|不便利|空心化|同质化|边缘化|碎片化|老化|疲软|低迷|流失|严重)'

/** A matter and how it is weak, as the two ends of a clause: 项目建设 + 相对滞后. */
export const DEFICIENT = new RegExp(
  `^(?<matter>.{2,40}?)(?<how>${DEGREE}${ADJECTIVE})(?:的(?:问题|现象|情况))?$`,
)

/** 有待提升, 需进一步加强 at the end. */
const WAITS =
  /(?:还|仍|尚|均|都|也)*(?:有待|亟待|亟需|尚待|尚需|仍需|还需|需要?)(?:进一步|继续|持续|不断|更加)*(?:加强|提升|提高|完善|改进|改善|优化|深化|强化|加大|加快|突破|夯实|健全|解决|破解|拓展|增强|规范)$/

const UNSOLVED =
  /(?:尚|还|仍)未(?:得到)?(?:根本|完全|有效|彻底)?(?:性)?(?:解决|缓解|改变|扭转|到位|形成|落实|建立|破题|见效)$/

/** The matter without the words for its weakness; the whole where too little would be left. */
export function withoutWeakness(folded: string, range: Range): Range {
  const waits = WAITS.exec(folded.slice(range.start, range.end))
  if (waits && waits.index >= 4) return { start: range.start, end: range.start + waits.index }
  const unsolved = UNSOLVED.exec(folded.slice(range.start, range.end))
  if (unsolved && unsolved.index >= 4) return { start: range.start, end: range.start + unsolved.index }
  const match = DEFICIENT.exec(folded.slice(range.start, range.end))
  if (!match || match.groups!.matter!.length < 4) return range
  return { start: range.start, end: range.start + match.groups!.matter!.length }
}

/** Splits a list of weak matters: A不够、B不强 each by its own weakness, A、B滞后 by one that they share. */
/** A、B、C三项进展 偏慢: the count closes the list; 一体化欠账 较多: the debt is the fault. */
const COUNT =
  /(?:这?[两二三四五六七八九十][项个](?:工作|任务|指标|方面|重点)*(?:的?(?:进展|推进|进度|力度))?|(?<=.{4})(?:的?(?:欠账|差距|短板)))$/

function withoutCount(folded: string, range: Range): Range {
  const tail = COUNT.exec(folded.slice(range.start, range.end))
  return tail && tail.index >= 4 ? { start: range.start, end: range.start + tail.index } : range
}

export function splitWeakMatters(folded: string, range: Range): Range[] {
  return splitList(folded, range, ['；']).flatMap((part) =>
    splitMatters(folded, withoutCount(folded, withoutWeakness(folded, part))).map((item) =>
      withoutWeakness(folded, item),
    ),
  )
}

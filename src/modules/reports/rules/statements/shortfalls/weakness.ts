import type { Range } from '../../model.ts'
import { splitMatters } from './split-matters.ts'

const DEGREE =
  '(?:相对|比较|较为|较|还|仍然|仍|尚|偏|依然|有所|略显|略|十分|明显|普遍|总体|不同程度|也|都|均|存在|还存在)*'
const ADJECTIVE =
  '(?:滞后|缓慢|迟缓|不到位|不够(?:[一-龥]{1,3})?|不强|不高|不大|不实|不严|不深|不快|不优|不广|不多|不平衡(?:不充分)?|不充分|不均衡|不理想|不规范|不及时|不彻底|不明显|不顺畅|不健全|不完善|不力|不畅|不足|薄弱|乏力|偏低|偏高|偏慢|偏弱|偏小|偏少|偏软|偏重|偏大|偏紧|落后|过慢|过低|过高|较差|慢|低|弱|少|差|欠缺|短缺|缺乏|靠后|垫底|下滑|突出|明显|紧张|频发|多发|较大|较重)'

/** A matter and how it is weak, as the two ends of a clause: 项目建设 + 相对滞后. */
export const DEFICIENT = new RegExp(`^(?<matter>.{2,40}?)(?<how>${DEGREE}${ADJECTIVE})(?:的(?:问题|现象|情况))?$`)

/** The matter without the words for its weakness; the whole where too little would be left. */
export function withoutWeakness(folded: string, range: Range): Range {
  const match = DEFICIENT.exec(folded.slice(range.start, range.end))
  if (!match || match.groups!.matter!.length < 4) return range
  return { start: range.start, end: range.start + match.groups!.matter!.length }
}

/** Splits a list of weak matters: A不够、B不强 each by its own weakness, A、B滞后 by one that they share. */
export function splitWeakMatters(folded: string, range: Range): Range[] {
  return splitMatters(folded, withoutWeakness(folded, range)).map((item) => withoutWeakness(folded, item))
}

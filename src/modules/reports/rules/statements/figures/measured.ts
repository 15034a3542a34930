import type { Quantity } from '../../numbers/find-quantities.ts'

const PLANNED =
  /力争|争取(?=完成|实现|达到?|到|在|年|今|全|新)|确保|(?<!年|年度|全年)计划(?!的|任务|投资)|拟|规划|目标(?:是|为|：)|不低于|不少于|不高于|不超过|每年|(?<!恢复|达)到20\d\d年|(?<![即])将(?!近)|(?<![重主首需只])要(?![素闻件地])|未来|今后|届时/
const STREAK = /(?:连续|近|过去|前|每|第|满|逾期|约定|为期|历时)$/
const TIME = /^(?:天|小时|分钟|秒|工作日|个工作日|个月)$/
const TIME_REACHED = /(?:至|到|缩短|压缩|压减|用时|平均|仅需|只需|提速|减少|为|天数|时间|时长|累计)$/
const THRESHOLD_BEFORE = /(?:不低于|不少于|低于|高于|超过|大于|小于|不超过|每|各|满|标准(?:为|是)|前|按|逢)$/
const REACHED = /(?:达到?|保持在?|稳定在?|超过?|为|占|突破)$/
const CROSSED = /(?:跨越|突破|达到?|迈上|跃上|超过?|站上|冲上|迈入|跨入|跨上|进入|跃升至?|接近|直逼|晋级)$/
/** Small numbers in words count when a verb of getting done stands right before: 新建三所学校. */
const MADE =
  /(?:新建|建成|新增|引进|新引进|开工|完成|创建|获批|新设|举办|开通|投用|改造|建设|成立|设立|新开|新开通|组建|签约|落地)(?:了)?$/
/** Common words that begin with a Chinese numeral and a measure: 一批, 一家人, 万家. */
const SMALLEST_CHINESE = 10

/** Whether a quantity measures what was done or reached, by the words around it (GUIDELINES §6). */
export function isMeasured(clause: string, quantity: Quantity, limit: number): boolean {
  const before = clause.slice(Math.max(0, quantity.start - 14), quantity.start)
  const after = clause.slice(quantity.end, quantity.end + 6)
  if (isEnclosed(clause, quantity.start)) return false
  if (STREAK.test(before.replace(/[近约超]$/, ''))) return false
  if (quantity.kind === 'magnitude')
    return CROSSED.test(before) && !/^[一-龥]/.test(after.replace(/^(?:大关|规模|台阶|门槛)/, ''))
  if (quantity.kind === 'fraction')
    return /占|达|完成|约|近|超|(?:压缩|压减|缩短|下降|减少|降低|增长|增加|提高|提升|上升|节省)了?$/.test(
      before,
    )
  if (PLANNED.test(clause.slice(limit, quantity.start))) return false
  if (quantity.qualifier && /以[上下内]/.test(quantity.qualifier) && !REACHED.test(before)) return false
  if (
    /(?:由|从)[^，、]{0,6}$/.test(before) &&
    /^[^，]{0,8}(?:至|到|为)/.test(after.length ? clause.slice(quantity.end, quantity.end + 12) : '')
  )
    return false
  if (quantity.kind === 'count') {
    if (quantity.isChinese && isSmall(quantity) && !(quantity.value !== '1' && MADE.test(before)))
      return false
    if (/(?:前进|上升|后退|提升|下降|跃升|前移|进位)了?$/.test(before) && quantity.unitOfMeasure === '位')
      return false
    if (TIME.test(quantity.unitOfMeasure ?? '') && !TIME_REACHED.test(before)) return false
    if (/(?:每|各|前|第|满)$/.test(before)) return false
    if (/^(?:年|方面|领域|环节|层面|维度|以上的|以下的)/.test(after)) return false
  }
  return !THRESHOLD_BEFORE.test(before) || quantity.kind === 'points' || /超过$/.test(before)
}

function isSmall(quantity: Quantity): boolean {
  return quantity.value === null || Number(quantity.value) < SMALLEST_CHINESE
}

const PAIRS = [
  ['“', '”'],
  ['《', '》'],
  ['「', '」'],
] as const

function isEnclosed(clause: string, at: number): boolean {
  return PAIRS.some(([open, close]) => {
    const opened = clause.lastIndexOf(open, at)
    return opened >= 0 && clause.lastIndexOf(close, at) < opened
  })
}

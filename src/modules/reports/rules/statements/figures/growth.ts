const COMPARED =
  '(?:同比|环比|比上年(?:同期)?|较上年(?:同期)?|比去年(?:同期)?|较去年(?:同期)?|较年初|比年初|按可比价格?(?:计算)?|按年|年均|平均|实际|名义|累计|分别|均|日均|两年)*'
const UP = '(?:增长|增加|上升|提高|提升|上涨|攀升|回升|扩大|增幅|增速|增长率|涨幅|加快|高|增)'
const DOWN = '(?:下降|减少|降低|回落|下滑|降幅|负增长|缩小|压减|下跌|减|收窄|放缓|压缩|缩短|降|低)'
const BETWEEN = '(?:幅度)?(?:了|为|约|近|超过?|达到?|逾|仅)*'
const RISES = new RegExp(`(?<compared>${COMPARED})${UP}${BETWEEN}$`)
const FALLS = new RegExp(`(?<compared>${COMPARED})${DOWN}${BETWEEN}$`)

/** The words of growth that stand right before a percentage, and their sign. */
export interface Growth {
  readonly sign: '+' | '-'
  readonly length: number
}

/** Reads 同比增长, 下降了, 高于…: the words before a percentage or points. Null when they name a level (提高到). */
export function growthBefore(text: string): Growth | null {
  const tail = text.slice(-24)
  const rise = RISES.exec(tail)
  if (rise) return { sign: '+', length: rise[0].length }
  const fall = FALLS.exec(tail)
  return fall ? { sign: '-', length: fall[0].length } : null
}

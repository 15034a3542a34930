/** Growing and shrinking, as officials write it. */
export const UP =
  '增长|增加|增幅(?:为|达)?|涨幅(?:为|达)?|升幅(?:为|达)?|提高|提升|上升|上涨|扩大|新增|净增|多增'
export const DOWN =
  '下降|减少|降低|降幅(?:为|达)?|减幅(?:为|达)?|回落|缩短|压缩|压减|下滑|缩减|减|降|跌幅(?:为|达)?'
/** 同比, 比上年, 较年初: may stand before the verb and names no other subject. */
export const AGAINST =
  '(?:累计|共|总共|总体|净|各|均|实际)?(?:[同环]比|(?:比|较|与)[^，。；、\uE000-\uE003]{1,8}?)?'

const DOWN_ONLY = new RegExp(`^(?:${DOWN})`)

export function isDown(verb: string): boolean {
  return DOWN_ONLY.test(verb)
}

/** Growth at constant prices, or of an average: values at current prices do not show it (DOMAIN §9.1). */
export const NOT_NOMINAL =
  /生产总值|增加值|GDP|可比|不变价|实际增长|剔除|扣除|[年月日]均(?:增|递|提|下降|复合)|平均增|平均每年|同口径|物价|指数|可支配收入/

const NUMBER = '(?:\\d{1,3}|[一二三四五六七八九十]{1,3})'
const WHOLE =
  '全(?:国|省|市|区|县|州|旗|盟|球|疆|行业|系统|集团|镇|乡)|世界|国际|亚洲|亚太|国内|我国|省内|市内|区内|县内|州内|同类|行业'
const AREA =
  '远郊区?|近郊区?|郊区|中心城区|中心区|主城区|新城区|城区|郊县|片区|沿海|中西部|西部|东部|中部|东北|西北|西南|华东|华北|华南|华中|长三角|珠三角|京津冀|大湾区|长江经济带|成渝|苏南|苏北|苏中|皖北|皖南|浙东|浙西|豫南|鲁南'
const KIND =
  '(?:(?:乡镇|镇街|街镇|乡|镇|街道?|县|市|区)（[市县区街道镇乡园、]{1,8}）|镇街道|街道乡镇|街道镇|承办(?:单位|部门)|成员单位|责任(?:单位|部门)|职能部门|区县|县区|区市县|县市区|县区市|县（市、区）|市（县、区）|县\\(市、区\\)|县（市）|县市|市县区|市县|辖市区|市辖区|市区|市州|州市|盟市|旗县区?|地市|设区市|地级市|地级及以上城市|县级市|副省级城市|省会城市|同类城市|计划单列市|(?:山区|平原|丘陵|沿[江海湖河]|边境|民族|产粮|牧业|库区)县(?:市区?|区)?|(?:内河|沿海|沿江)港口|港口|行政村|村（社区）|村社区?|村居|省区市|省市|省份|城市|城区|县城|县域|区域|区|县|市|省|旗|街镇|镇街|街乡|乡镇街道|乡镇|镇乡|街道|镇|乡|园区|开发区|高新区|经开区|部门|单位|委办局|地区|企业|高校|医院|城区|郊区|[镇乡县区市]级)'
/** 主城四区, 沿湖六村: what the counted peers have in common. */
const COMMON = '(?:主城|中心城|老城|沿[江湖河海]|环湖|城区|近郊|远郊|山区|平原|库区)'
const COUNTED = `${COMMON}?(?:各|同类|参评|参与?考核|所有|${NUMBER}个?家?)(?:国家级|[省市县区]级)?(?:${KIND}|村)`
const PLACE = '(?:(?!全|各|居|列|率|量|度|数|额|值|速|幅)[一-龥]){2,3}(?:省|自治区)'

/** The peers that a place is counted among: 全市, 郊区, 全省13个地级市, 六县市, 各辖市区. */
export const SCOPE = `(?:(?:${WHOLE}|${AREA}|${PLACE})(?:(?:的)?(?:${COUNTED}|${KIND}))?组?|${COUNTED}组?|${KIND}组|[省市县区]直(?:部门|单位)|百强县|百强区|(?:省会|副省级|同类|计划单列|兄弟)(?:城)?市)`

const SCOPE_AT_END = new RegExp(`(?<scope>${SCOPE})(?:中|内|里|范围内)?$`)
const SCOPE_ANYWHERE = new RegExp(
  `(?:在|对|于|居|列)?(?<scope>(?:${WHOLE})?(?:的)?${COUNTED}组?|${KIND}组|${WHOLE})`,
  'g',
)
const PEERS = new RegExp(
  `(?<scope>(?:${WHOLE})?(?:的)?${COUNTED}组?|(?:${WHOLE})?${KIND}组|(?:${WHOLE})?[省市县区]直(?:部门|单位))(?=[^域划位]|$)`,
)
const RANKED_WHOLE = new RegExp(`(?<scope>${WHOLE})(?:综合|总体|各项|考核|测评)*(?:排名|排序|位次|名次)`)
/** How far left of a place its scope can begin. */
const REACH = 18

/** The scope that a text ends with, and where it starts. */
export function scopeAtEnd(text: string): { scope: string; start: number } | null {
  const from = Math.max(0, text.length - REACH)
  const match = SCOPE_AT_END.exec(text.slice(from))
  return match ? { scope: match.groups!.scope!, start: from + match.index } : null
}

/** The last scope that an earlier part of the sentence names. */
export function scopeBefore(text: string): string | null {
  let scope: string | null = null
  for (const match of text.matchAll(SCOPE_ANYWHERE)) scope = match.groups!.scope!
  return scope
}

/** The peers that an opening sets for the places after it: 从9个县（市、区）看, 镇（街道）组：, 全县排名情况. */
export function scopeAnnounced(text: string): string | null {
  return PEERS.exec(text)?.groups?.scope ?? RANKED_WHOLE.exec(text)?.groups?.scope ?? null
}

/** How the names of units end, longest first where one is inside the other. */
const SUFFIX =
  /(?:新区|自治[区州县]|开发区|保税区|高新区|经开区|度假区|示范区|园区|功能区|合作区|自贸区|片区|矿区|林区|新城|管委会|委员会|办公室|办事处|居委会|村委会|街道|社区|总队|支队|大队|法院|检察院|医院|学院|大学|学校|研究[院所]|银行|集团|公司|中心|总工会|工会|妇联|团[市区县]?委|联社|残联|文联|科协|侨联|工商联|协会|商会|联合会|总社|海关|边检站?|气象台|税务局|供电|专班|指挥部|交易所|电力|[区县市州盟旗省镇乡村委局办厅部院署处站所社])$/
/** Single characters that end many ordinary words; alone they need something official before them. */
const LOOSE =
  /(?:^乡镇|^镇街|^街镇|^区县|^县区|^县市区|^市县|部门|网站|^部办委局|^委办局|常委|监委会|代表委|全部|干部|内部|部分|各部|[一二三四五六七八九十两几]部|之处|好处|到处|难处|所处|原委|推委|举办|承办|创办|主办|协办|交办|督办|城市|都市|门市|上市|城乡|家乡|农村|乡村|街区|社会|地区|城区|郊区|辖区|各[区县市镇乡局委办村]|.{0,2}(?:有关|相关|部分|其他|其它|多个|所有)[^、]*)$/

/** Words after a unit that say who of it spoke. */
const PERSON =
  /(?:的)?(?:党(?:委|组|工委)|(?<=[区县市州旗镇乡])委)?(?:主要|党政|分管|有关|相关)?(?:负责同志|负责人|负责|领导|代表|同志|干部|班子|一把手|书记|区长|县长|市长|镇长|乡长|局长|主任|部长|厅长|处长|院长|总经理|董事长|会长|委员长)(?:[\u4e00-\u9fff]{2,3})?$/

/**
 * A unit's shortest official name from a piece of a list as printed, or null when the piece names none:
 * `浦江区区委` → `浦江区`, `市水务局党组` → `市水务局`, `云溪县政府` → `云溪县`, `各街道` → null.
 */
export function unitName(piece: string): string | null {
  let name = piece
    .replace(/^(?:来自|会上|会议上|其中|以及|和|及|与|由|分别是|有|为|包括|先后有|的)+/, '')
    .replace(
      /(?:等)?(?:[一二两三四五六七八九十]|\d{1,3})(?:个|家|位)?(?:区|县|市|镇|乡|街道|部门|单位|企业|局|委办局|园区|地方)*$/,
      (tail) => (/[个家位]|部门|单位/.test(tail) ? '' : tail),
    )
    .replace(/等$/, '')
  name = withoutOffice(name)
  name = name.replace(
    /(?:中共)?(?<=[区县市州旗镇乡局委办院团司街道心会]) ?(?:党委|党组|党工委|党总支|人民政府|政府|党政)$/,
    '',
  )
  name = name
    .replace(/^中共/, '')
    .replace(/(?<=[\u4e00-\u9fff]{1,8}[区县州旗镇乡])[区县州旗镇乡]?委$/, '')
    .replace(/(?<=^[\u4e00-\u9fff]{2,6}市)委$/, '')
  if (name.length < 2 || name.length > 24 || /[0-9，。；：“”《》]/.test(name.replace(/G\d+|\d+号/g, '')))
    return null
  if (/^(?:各|有关|相关|部分|全体|与会|一些|多家|所有|其他|大家|会议|我|上述)/.test(name)) return null
  return SUFFIX.test(name) && !LOOSE.test(name) ? name : null
}

function withoutOffice(name: string): string {
  const match = PERSON.exec(name)
  if (!match || match.index < 2) return name
  const before = name.slice(0, match.index)
  return SUFFIX.test(before) ? before : name
}

/** Whether text ends as the name of a unit does: `和` after it joins two units, `和` before such an end is inside one. */
export function endsAsUnit(text: string): boolean {
  return SUFFIX.test(text.replace(/(?:负责人|负责同志|党委|党组|政府)$/, ''))
}

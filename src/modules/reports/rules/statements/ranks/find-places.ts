import { parseChineseNumeral } from '../../numbers/chinese-numeral.ts'
import { scopeAtEnd } from './scope.ts'

/** A stated place among peers in a sentence: 居全市第一, 连续五年列六县市第二位, 名列前茅. Offsets in the sentence. */
export interface Place {
  /** Where the words of the place (verb, streak, scope) start: the subject stands before. */
  readonly start: number
  readonly end: number
  readonly scope: string | null
  /** Null for 前列, 名列前茅, 领先. */
  readonly position: number | null
  readonly streakYears: number | null
  readonly streakText: string | null
  readonly hasVerb: boolean
  readonly isRespective: boolean
}

const ANCHOR =
  /(?<!倒数|并列倒数)第(?<ordinal>[一二三四五六七八九十]{1,4}|\d{1,3})(?:位次|位|名)?|(?<=第[一二三四五六七八九十]{1,3}、(?:[一二三四五六七八九十]{1,3}、)?)(?<next>[一二三四五六七八九十]{1,3})(?=位|名|、|$)(?:位|名)?|首位|榜首|(?<=位居|居|列|排名)首(?!位|[一-龥])|(?:名列)?前茅|(?:最)?前列|前(?:\d{1,3}|[一二三四五六七八九十]{1,2})(?:位|名|强)?|领先(?:水平|地位|位置)?|(?<=排名|位次|名次)靠前|(?<=[居列于][^，。；]{2,16})之首/g
const BOUNDARY = /^(?:$|[，。；、！？,;）)”’：:\n]|的(?!是|为|分别|有|依次|诉求|问题)|和|及|且|并(?!列)|，)/
const VERB =
  /(?:均|皆|都|双双|分别|同时|也|再次|继续|持续|稳定|始终|一直|仍然?|依然|总体|综合)*(?:分列|分居|分获|排名|排位|排列|排在|排到|排|位居|位列|位于|名列|列居|居于|居|列|处于|处在|进入|进位至|跻身|跃居|跃升至?|跃升到|跃至|上升至|上升到|升至|升到|升为|降至|降到|下降至|下降到|下滑至|滑落至|滑至|退至|后退至|回落至|跌至|上移至|晋升至|前移至|提升至|提升到|保持在?|稳居|稳定在|荣获|荣膺|荣登|获得|获评|获|夺得|夺取|取得|夺|蝉联|实现|达到?|成为|为|是|走在|站在|登上|摘得|拿下|拿到|抢到|抢得|冲到|冲进|进到|挺进|晋位|迈进|攀升至|攀升到|跃升为|跃进|爬升到|爬升至|斩获|名次|(?<=第[一二三四五六七八九十\d]{1,3}位?)升)了?$/
const FILLER = /(?:均|皆|都|双双|分别|继续|持续|稳定|始终|一直|仍|再次|并列|的|在|于|至|到)$/
const STREAK =
  /(?:已)?连续(?<count>\d{1,2}|[一二两三四五六七八九十]{1,3})(?<unit>个?年度?|个?季度|个月|次|届)?(?:来|蝉联|保持)?$/
/** An indicator right before a bare 第一: 总分第一, whose scope was named earlier. */
const MEASURED = /(?:竞赛|大赛|比武|考核|测评|评比|考评|总分|得分|率|量|度|指数|增速|增幅|总额|成绩)$/
/** 在全省内河港口中位列第三: the peers are what stands between 在 and 中, whatever they are called. */
const PEERS =
  /(?<![存现])在(?<peers>(?!此|其|这|该)(?:[一-龥\d]{2,12}?(?=(?:之|当|范围)?[中里内间]$)|[一-龥\d]{1,10}(?:区|县|市|镇|乡|村|街道|港口|企业|单位|部门|主城|中心城)$|主城|沿[江湖河海]))(?<inside>(?:之|当|范围)?[中里内]|间)?$/
/** 在节水考核中, 在推进过程中: what was examined or went on, not who was compared. */
const EXAMINED =
  /[，、]|(?:考核|测评|考评|评价|评估|评比|评选|监测|调查|督查|排名|排行榜?|竞赛|比赛|大赛|比武|评定|检查|抽查|验收|绩效|过程|工作|行动|活动|方面|榜单|指标|会|赛|报告|通报|建设|发展|治理|改革|创建|年度?|月份?|季度|半年)$|(?:考核|测评|考评|评价|评估|排名|监测)/
const FROM =
  /(?:从|由)(?<of>[一-龥\d]{0,10}?)(?:的)?第(?:[一二三四五六七八九十]{1,4}|\d{1,3})(?:位次|位|名)?$/

/** Finds the places that a sentence of folded text states. Names (第一书记), enumerations (第一，) and aims are no places. */
export function findPlaces(text: string): Place[] {
  const places: Place[] = []
  ANCHOR.lastIndex = 0
  for (let match = ANCHOR.exec(text); match; match = ANCHOR.exec(text)) {
    const end = match.index + match[0].length
    if (!BOUNDARY.test(text.slice(end, end + 4))) continue
    const place = readLeftwards(text, match.index)
    const ordinal = match.groups!.ordinal ?? match.groups!.next
    const isVague = !ordinal && !/首/.test(match[0])
    const isNamedVague = /前茅|靠前/.test(match[0])
    const position = isVague ? null : positionOf(ordinal)
    const follows =
      places.length > 0 && /^(?:、|，|和|及|且)?$/.test(text.slice(places.at(-1)!.end, place.start))
    const isVerbal = place.hasVerb || isNamedVague || MEASURED.test(text.slice(0, place.start))
    if (!place.scope && !isVerbal && !place.streakText && !follows) continue
    if (isVague && !place.scope && !isNamedVague) continue
    places.push({ ...place, end, position })
  }
  return places
}

function positionOf(ordinal: string | undefined): number | null {
  if (!ordinal) return 1
  return /^\d/.test(ordinal) ? Number(ordinal) : parseChineseNumeral(ordinal)
}

function readLeftwards(text: string, anchor: number): Omit<Place, 'end' | 'position'> {
  let start = anchor
  let scope: string | null = null
  let streakYears: number | null = null
  let streakText: string | null = null
  let hasVerb = false
  let isRespective = false
  for (let i = 0; i < 10; i++) {
    const before = text.slice(Math.max(0, start - 24), start)
    const streak = STREAK.exec(before)
    if (streak && !streakText) {
      const count = streak.groups!.count!
      const isYears = /年/.test(streak.groups!.unit ?? '年')
      streakYears = isYears ? (/^\d/.test(count) ? Number(count) : parseChineseNumeral(count)) : null
      streakText = streak[0]
      start -= streak[0].length
      continue
    }
    const from = FROM.exec(before)
    if (from) {
      scope ??= scopeAtEnd(from.groups!.of ?? '')?.scope ?? null
      start -= from[0].length
      continue
    }
    const found: ReturnType<typeof scopeAtEnd> = scope === null ? scopeAtEnd(before) : null
    if (found && !isPartOfWord(before, found.start)) {
      scope = found.scope
      start -= before.length - found.start
      continue
    }
    const verb = VERB.exec(before) ?? FILLER.exec(before)
    if (!verb) break
    if (/分[别列居获]/.test(verb[0])) isRespective = true
    if (/蝉联/.test(verb[0])) streakText ??= '蝉联'
    hasVerb ||= VERB.test(verb[0])
    start -= verb[0].length
  }
  if (hasVerb) {
    const peers = PEERS.exec(text.slice(Math.max(0, start - 20), start))
    const isCounted = scope !== null && !peers?.groups?.inside && /^[一二三四五六七八九十\d]/.test(scope)
    if (peers && (scope === null || isCounted) && !EXAMINED.test(peers.groups!.peers!)) {
      scope = `${peers.groups!.peers}${scope ?? ''}`
      start -= peers[0].length
    }
  }
  return { start, scope, streakYears, streakText, hasVerb, isRespective }
}

/** 市区 in 全市区… or 城市 before 第一 in the middle of a longer word is no scope of its own. */
function isPartOfWord(before: string, start: number): boolean {
  return /^(?:区|县|市|省)(?![直会])/.test(before.slice(start)) && /[一-龥]/.test(before[start - 1] ?? '')
}

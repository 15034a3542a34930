import { WHEN } from './when.ts'

const KIND =
  '(?:常务会议|常委会(?:扩大)?会议|常委会|工作会议|工作会|全体(?:扩大)?会议|(?:参事|专题|企业家)?座谈会|推进(?:大)?会议?|领导小组(?:第?[^，。]{0,6})?会议|点评会|讲评会|(?:分析|调度|协调|联席|专题|视频|部署|动员|例会|电视电话|视频调度|交流|汇报|通报|总结|现场|观摩|恳谈|协商|办公|党组|党工委)(?:大)?会议?|大会|全会|例会|会议|推介会|签约仪式|签约活动)'
const TIME = `(?:${WHEN}|，)`
const NAME = `[^，。：；、“”（）《》？]{0,36}?${KIND}`

/** `…会议昨天下午举行` */
const HELD = new RegExp(
  `(?:^|[，。：）])(${NAME})(?:第[一二三四五六七八九十\\d]+次(?:会议)?)?${TIME}*(?:以[^，。]{2,10}(?:形式|方式))?(?:在[^，。]{1,16}?)?${TIME}*(?:举行|召开|举办|开幕)(会议)?`,
  'g',
)
/** `主持召开……会议` */
const CONVENED = new RegExp(
  `(?<!召开)(?:召开|举行|主持|出席|参加|听取)(?:召开|了|由)*${TIME}*((?:全|市|区|县|省|本|[\\u4e00-\\u9fff\\d])${NAME})(?=$|[，。、；：]|并|暨|部署|强调|研究|和)`,
  'g',
)
const PREFIX = new RegExp(
  `^(?:${TIME}|新年|新春|开年|开春|年初|节后|今年以来|今年|本年度|首[次场轮]|第[一二三四五六七八九十]+[次场轮]|本次|此次|我|的|在|召开|举行)+`,
)
/** An organ that holds a meeting is not the meeting. */
const ORGAN = /(?:常委会|领导小组|委员会|党组|党工委)$/
const PAST = /^(?:去年|上年|上次|前次|历次|此前|第一次)/
const RECALLED = /^(?:[一二三四五六七八九十]+周年|之际|以来|之后|后，)/
const HONOURED = /总书记|国务院总理|之际|周年|精神/

/** Where a meeting's name is looked for, folded: the first paragraphs without white space, and the headlines. */
export interface NameSource {
  lead: string
  headlines: readonly string[]
}

/** The meeting as printed, in its shortest full name, or null. Meetings of the past that a lead recalls are not it. */
export function meetingName({ lead, headlines }: NameSource): string | null {
  const body = lead.replace(/^[^）。]{0,24}(?:讯|电)(?:（[^）]*）)?/, '')
  for (const match of body.matchAll(HELD)) {
    const name = trim(match[1]!)
    const after = body.slice(match.index + match[0].length, match.index + match[0].length + 6)
    if (!isName(name) || HONOURED.test(match[0]) || PAST.test(name) || RECALLED.test(after)) continue
    if (ORGAN.test(name) && !match[2]) continue
    const full = `${name}会议`
    const isPrintedFull = [body, ...headlines].some((text) => text.includes(full))
    return match[2] && isPrintedFull && !name.endsWith('会议') ? full : name
  }
  for (const text of [body, ...headlines])
    for (const match of text.matchAll(CONVENED)) {
      const name = trim(match[1]!)
      if (isName(name) && !HONOURED.test(text.slice(Math.max(0, match.index - 20), match.index) + name))
        return name
    }
  for (const headline of headlines) {
    const name = trim(
      new RegExp(`^(${NAME})(?:昨|今|日前|近日)?.{0,4}(?:举行|召开)`).exec(headline)?.[1] ?? '',
    )
    if (isName(name)) return name
  }
  return /(?:召开|举行)((?:[\u4e00-\u9fff]{2})?(?:座谈会|推进会|例会|大会))(?=[，。])/.exec(body)?.[1] ?? null
}

function trim(name: string): string {
  const plain = name.replace(PREFIX, '')
  const inner = /^(?:[\u4e00-\u9fff]{2,4}(?:同志)?)?(?:主持|出席|参加)(?:召开)?(.+)$/.exec(plain)
  return inner ? inner[1]! : plain
}

function isName(name: string): boolean {
  return name.length >= 3 && !/^(?:会议|大会|本次会议|全体会议|工作会议?|座谈会|例会|推进会)$/.test(name)
}

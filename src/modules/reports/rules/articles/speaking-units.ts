import { endsAsUnit, unitName } from './unit-name.ts'

/** `先后发言`, `作了交流发言`, `作表态发言`, `汇报了……`. What is only reported on (通报) or discussed is not speaking. */
const SPOKE =
  /(?:(?:先后|分别|依次|逐一|相继|首先|率先|随后|接着|最后|在会上|在会议上|现场|书面|集中)*(?:围绕[^，。]{2,30}|就[^，。]{2,40}|结合[^，。]{2,20}))?(?:先后|分别|依次|逐一|相继|首先|率先|随后|接着|最后|在会上|在会议上|现场|书面|集中)*(?:作|做|进行)?(?:了)?(?:(?:交流|表态|典型|书面|大会|会议|经验|述职|重点|主题|互动|专题|工作|情况|视频)[、和]?)*(?:发言|汇报|介绍(?:了)?(?:[^，。]{0,12})?(?:经验|做法)|述职)|(?:作|做|进行)(?:了)?(?:经验|典型|工作|书面|会议)?交流(?!中心|会|活动)|交流(?:了)?[^，。]{0,6}(?:经验|做法|体会)/
const HEARD =
  /听取(?:了)?([^。；]{2,200}?)(?:的?(?:工作|情况|专题|述职)?(?:汇报|述职|发言)|关于[^。]{2,60}(?:汇报|发言))/
const ANNOUNCED =
  /(?:发言|汇报|交流)(?:的)?(?:单位|区|部门|顺序)?(?:有|为|是|依次为|分别为|分别是|包括|名单)?：([^。]{3,400})/
const NOT_SPEAKERS = /领导小组办公室$|领导小组$|指挥部$|^市政府办公(?:厅|室)$|^市委办公(?:厅|室)$/

export interface SpeakingOptions {
  meeting: string | null
  /** Units that a meeting 听取 a 汇报 of count as speaking; an executive meeting hears its own departments. */
  isReportingMeeting: boolean
}

/**
 * The units that are said to have spoken, in order, as printed without the 委 of 区委. Works on folded
 * text without white space; `等N家单位` adds nobody and generic names (各街道) are left out, as is the office
 * that convenes the meeting.
 */
export function speakingUnits(body: string, options: SpeakingOptions): string[] {
  const units: string[] = []
  for (const sentence of body.split(/[。；\n]/)) {
    for (const found of unitsIn(sentence, options.isReportingMeeting))
      if (!units.includes(found) && !isConvening(found, options.meeting)) units.push(found)
  }
  return units
}

function unitsIn(sentence: string, isReportingMeeting: boolean): string[] {
  if (!/发言|汇报|交流|介绍|述职/.test(sentence)) return []
  const announced = ANNOUNCED.exec(sentence)
  if (announced) return readList(announced[1]!)
  const heard = isReportingMeeting && HEARD.exec(sentence)
  if (heard) return readList(heard[1]!.replace(/关于.*$/, ''))
  const units: string[] = []
  let from = 0
  for (let rest = sentence; ; rest = sentence.slice(from)) {
    const match = SPOKE.exec(rest)
    if (!match) return units
    if (!match[0].includes('书面')) units.push(...readList(rest.slice(0, match.index)))
    from += match.index + match[0].length
  }
}

const COUNTED =
  /((?:[\u4e00-\u9fff]{2,6}、)*[\u4e00-\u9fff]{2,6}?)等?(?:[二两三四五六七八九十]|\d{1,2})个?(区|县|市|镇|乡|街道)(?=$|[和及与、，]|以及)/g

/** `甲、乙、丙等三个区` names 甲区, 乙区, 丙区. */
function withCountedNoun(text: string): string {
  return text.replace(COUNTED, (_, names: string, noun: string) =>
    names
      .split('、')
      .map((name) => (endsAsUnit(name) ? name : `${name}${noun}`))
      .join('、'),
  )
}

/** The units of a list before a verb, from the last place back to where the list begins. */
function readList(text: string): string[] {
  const units: string[] = []
  let hasEnded = false
  for (const piece of pieces(text).reverse()) {
    const unit = unitName(piece.replace(/^.*：/, ''))
    if (unit) units.unshift(unit)
    else if (units.length) hasEnded = true
    if (hasEnded) break
  }
  return units
}

function pieces(text: string): string[] {
  const list = withCountedNoun(text)
    .replace(/^.*(?:会上|会议上|座谈会上)，?/, '')
    .split(/[、，]|(?<=.)以及/)
  return list.flatMap(splitAtAnd).filter((piece) => piece.length > 0)
}

/** `和` joins two units only after something that ends as a unit: 市规划和自然资源局 is one. */
function splitAtAnd(piece: string): string[] {
  for (const match of piece.matchAll(/[和及与]/g)) {
    const before = piece.slice(0, match.index)
    const after = piece.slice(match.index + 1)
    if (
      endsAsUnit(
        before.replace(
          /(?:等|(?<![等一二两三四五六七八九十\d]))[一二两三四五六七八九十\d]+(?:个|家)(?:区|县|市|部门|单位|街道|镇)?$/,
          '',
        ),
      ) &&
      after.length > 1
    )
      return [before, ...splitAtAnd(after)]
  }
  return [piece]
}

function isConvening(unit: string, meeting: string | null): boolean {
  return NOT_SPEAKERS.test(unit) || ((meeting?.includes(unit) ?? false) && /办公室$|办$|中心$/.test(unit))
}

import { tagWords } from '../statements/text/segmenter.ts'
import { type KnownNames, matchKnownName } from './known-names.ts'
import { endsSuffix, type UnitLevel, unitSuffix } from './unit-level.ts'
import words from './unit-words.json' with { type: 'json' }

/** A unit's name as it stands in folded text. */
export interface UnitMatch {
  readonly name: string
  readonly level: UnitLevel
  /** After the name and after 委, 党委, 人民政府 that follow it. */
  readonly end: number
  /** How it was told: a name known beforehand, an alias without suffix, a place name, the suffix grammar. */
  readonly evidence: 'known' | 'alias' | 'place' | 'grammar'
}

const TAIL =
  /^(?:(?:[区县市旗镇乡]|街道)?(?:党?委|党工委)(?![员会])(?:、?(?:[区县市旗]|街道)?(?:人民)?政府)?|(?:人民)?政府(?!工作报告)|党组|党委|党工委)/
const NOT_IN_STEM =
  /[的了在为和与及是有被把将从对等各该本我这其每使让向于不也都还又再已正占由所之着过，。；：、？！“”（）《》【】「」〔〕\d%]/
const NOT_IN_STEM_UNITS = new Uint8Array(65_536)
for (const character of NOT_IN_STEM.source.slice(1, -1).replace('\\d', '0123456789'))
  NOT_IN_STEM_UNITS[character.charCodeAt(0)] = 1
/** 市规划和自然资源局: a bureau led by its government may have 和 inside. */
const AND = '和'.charCodeAt(0)
const LED = /[省市县区州旗镇乡]/
const DEPARTMENT_STEM = new Set(words.departmentStems)
const LONGEST = 16
const byLength = (list: readonly string[]) => [...list].sort((a, b) => b.length - a.length).join('|')
/** Departments that every county has, 县粮食和储备局, with or without the 县 before. */
const OFFICE = new RegExp(
  `^(?:[市县区省州旗]?(?:${byLength(words.departmentStems)})(?:委员会|办公室|管理局|局|委(?![员托派会])|办(?![公理事法])|厅)|[市县区省州旗](?:${byLength(words.departmentWhole)}))(?![长])`,
)

/** The name of a unit that starts at an offset of folded text, by what is known or by its suffix. */
export function matchUnitName(folded: string, at: number, known: KnownNames): UnitMatch | null {
  const name = matchKnownName(folded, at, known)
  if (name) {
    const end = at + name.printed.length
    const within =
      name.level === 'city' || name.level === 'district' ? matchDepartment(folded, at, end) : null
    if (within) return within
    return {
      name: name.name,
      level: name.level,
      end: afterTail(folded, end),
      evidence: name.isFull ? 'known' : 'alias',
    }
  }
  return matchByGrammar(folded, at)
}

function matchByGrammar(folded: string, at: number): UnitMatch | null {
  if (NOT_IN_STEM.test(folded[at] ?? '')) return null
  const office = OFFICE.exec(folded.slice(at, at + LONGEST))?.[0]
  if (office && !GOES_ON_AS_WORD.test(folded.slice(at + office.length - 1, at + office.length + 1)))
    return {
      name: office,
      level: 'department',
      end: afterTail(folded, at + office.length),
      evidence: 'place',
    }
  const limit = Math.min(folded.length, at + LONGEST)
  let hasAnd = NOT_IN_STEM_UNITS[folded.charCodeAt(at + 1)] === 1
  if (hasAnd) return null
  for (let end = at + 2; end <= limit; end++) {
    const last = folded.charCodeAt(end - 1)
    if (NOT_IN_STEM_UNITS[last] === 1) {
      if (last !== AND || !LED.test(folded[at]!)) return null
      hasAnd = true
      continue
    }
    if (!endsSuffix(last)) continue
    const candidate = folded.slice(at, end)
    const found = unitSuffix(candidate)
    if (!found || (hasAnd && found.level !== 'department')) continue
    const longer = longerSuffix(folded, at, end, limit)
    if (longer && NOT_NAMES.test(longer.name)) return null
    if (longer) return { ...longer, end: afterTail(folded, longer.end) }
    const evidence = evidenceOf(candidate, found, folded.slice(at, end + 4))
    if (evidence) {
      if (found.level === 'district' || found.level === 'region') {
        const within = matchDepartment(folded, at, end)
        if (within) return within
      }
      return { name: candidate, level: found.level, end: afterTail(folded, end), evidence }
    }
  }
  return null
}

/** 市发展改革委员会, 滨海经济技术开发区, 云岭自治县: the same suffix goes on. */
function longerSuffix(folded: string, at: number, end: number, limit: number) {
  for (const more of ['员会', '办事处', '办', '公室']) {
    if (!folded.startsWith(more, end) || end + more.length > limit) continue
    const name = folded.slice(at, end + more.length)
    const found = unitSuffix(name)
    if (found && more !== '办')
      return { name, level: found.level, end: end + more.length, evidence: 'grammar' as const }
  }
  return null
}

function evidenceOf(
  name: string,
  found: { suffix: string; level: UnitLevel },
  ahead: string,
): 'place' | 'grammar' | null {
  const stem = name.slice(0, -found.suffix.length)
  if (GOES_ON_AS_WORD.test(ahead.slice(name.length - 1)) || NOT_NAMES.test(name)) return null
  if (found.level === 'department' || found.level === 'enterprise') {
    const bare = stem.replace(/^(?:[市县区省州旗镇乡]|自治区)/, '')
    const isLed = bare.length < stem.length
    const isOffice = /(?:局|委|办|厅|委员会|办公室)$/.test(found.suffix)
    if (isOffice && DEPARTMENT_STEM.has(bare)) return 'place'
    if (isLed && LED_WORD.test(name)) return null
    if (isLed && bare === '' && found.suffix.length >= 2) return 'place'
    if (bare.length < 2 || bare.length > 10 || !isNominal(name)) return null
    if (isLed && STRONG_OFFICE.test(name)) return 'place'
    if (isLed || /(?:集团|公司)$/.test(name)) return 'grammar'
    return found.suffix === '局' && bare.length >= 3 ? 'grammar' : null
  }
  if (stem.length > 7 || (stem.length < 2 && !/[县镇乡村]$/.test(name))) return null
  if (isPlace(name, ahead)) return 'place'
  if ((found.level !== 'zone' && KIND_OF_PLACE.test(stem)) || PARTY.test(name)) return null
  const longest = found.level === 'zone' ? 7 : 3
  return (stem.length <= longest || stem.endsWith('族')) && isNominal(name) ? 'grammar' : null
}

/** 工业强县, 历史名镇, 贫困县, 示范乡: what kind of place it is, not which. */
const KIND_OF_PLACE = new RegExp(`(?:[强大小名老重弱穷]|${words.kindsOfPlaces.join('|')})$`)
/** 县委县 and 市政府区 are cut out of 县委县政府, 市政府区政府. */
const PARTY = /^[省市县区州旗镇乡]?(?:委|政府|党委|人大|政协)/
/** 市民, 区域, 县级 begin with the word for a place but no office is led by them. */
const LED_WORD =
  /^(?:市[民场容级区域政直]|区[域块位间级属]|县[域城级区]|省[级会份内]|镇[区村级]|乡[村土镇愁]|州级)(?!场?监|府)/
const STRONG_OFFICE = /(?:局|厅|委员会|法院|检察院|总工会|联合会|供销社|海关|支队|大队|总队)$/

/** The last character and the next make another word: 市场, 区域, 局面, 办公, 中心城区. */
const GOES_ON_AS_WORD =
  /^(?:市[场民政级区内域容属面价直]|区[域间位划块分别内]|县(?:[域级内]|城(?!乡|镇居|镇新|镇常|镇化))|镇[域区]|村[民级庄居落]|局[面部势限]|院[校士线]|办[公理事学好法案件成结证税医展]|部[分门署位队级]|心[城区组地线任环建]|委[员托派]|道[路内]|行[业动]|学[生校习]|团[队体结])/
const NOT_NAMES =
  /[省市县区旗州]委[省市县区旗州]|(?<=.)政府|(?:今|去|明|前|全)年|^.+(?:全[市县区省州]|本[市县区]|各[市县区])|^(?:部分|个别|少数|多数|一些|有的|其他|其它|重点|有关|相关|所有|不少|多个|以|从|对|在|由|向|把|但|较|比|超|按|据|请|赴|到|于|随|因|经(?![开济信贸])|县域|区域|市域|镇域)/

/** No longer word of a name is a verb, an adverb or a preposition: 确保…中心, 落实市…, 全面…街道. */
function isNominal(name: string): boolean {
  return !tagWords(name).some(({ word, tag }) => word.length >= 2 && /^(?:v$|vd|d|p|c|ad|a$|l|r|t)/.test(tag))
}

/** Whether the segmenter's dictionary has the name, whole, as a place. */
function isPlace(name: string, ahead: string): boolean {
  const first = tagWords(ahead)[0]
  return first !== undefined && first.tag === 'ns' && (first.word === name || first.word.startsWith(name))
}

/** The department of a district that goes on after its name: 云溪区教育局. */
function matchDepartment(folded: string, at: number, end: number): UnitMatch | null {
  for (let to = end + 3; to <= Math.min(folded.length, end + 12); to++) {
    const last = folded[to - 1]!
    if (last !== '和' && NOT_IN_STEM.test(last)) return null
    if (!'局委办厅会院关'.includes(last)) continue
    const found = unitSuffix(folded.slice(end, to))
    if (found?.level !== 'department') continue
    const stem = folded.slice(end, to - found.suffix.length)
    const isStrong = STRONG_OFFICE.test(found.suffix) && stem.length >= 2 && isNominal(stem)
    if (!isStrong && !DEPARTMENT_STEM.has(stem)) continue
    if (GOES_ON_AS_WORD.test(folded.slice(to - 1, to + 1))) continue
    return { name: folded.slice(at, to), level: 'department', end: afterTail(folded, to), evidence: 'place' }
  }
  return null
}

function afterTail(folded: string, end: number): number {
  return end + (TAIL.exec(folded.slice(end, end + 12))?.[0].length ?? 0)
}

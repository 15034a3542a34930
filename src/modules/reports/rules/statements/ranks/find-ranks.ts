import type { FoundStatement, Range } from '../../model.ts'
import { givesAccount, periodBefore, printed, type Reading, type ReadSentence, unitAt } from '../reading.ts'
import { splitList } from '../text/split-list.ts'
import { type Claim, claimBefore } from './claim.ts'
import { findPlaces, type Place } from './find-places.ts'
import { scopeAnnounced, scopeBefore } from './scope.ts'

const MAY_HOLD = /第[一二三四五六七八九十\d]|首|靠前|前茅|前列|前[\d一二三四五六七八九十]|领先/
/** A place that is striven for, not held. */
const AIM =
  /力争|争创|争当|争取(?!的?(?:额度|资金|项目|数量|总量|上级|中央|到))|争先|永争|勇争|勇夺|冲刺|确保|努力|奋力|致力|瞄准|力保|志在|誓|迈向|目标[是为]|(?<![重主首需只])要(?![素闻件地])|(?<!即)将(?!近)/
/** Orders of complaints and hazards are no places of a unit. */
const COMPLAINTS =
  /(?:投诉|诉求|举报|信访|隐患|工单|违法|违规|事故|案件|类型|类别|问题)[^，]{0,10}(?:排名|位居|居|列|占比)/

/** 物业管理类居首位: a kind of matter, not an indicator. */
const KIND_OF_COMPLAINT = /(?:[一-龥]类|方面|领域|问题|事项|诉求)(?:[^，]{0,6}(?:件|%|占比))?$/

/** Finds rank claims: one entry for each indicator and each scope (GUIDELINES §4). */
export function findRanks(reading: Reading): FoundStatement[] {
  return reading.sentences.flatMap((sentence) =>
    givesAccount(reading, sentence) && MAY_HOLD.test(sentence.folded) ? ranksOf(reading, sentence) : [],
  )
}

function ranksOf(reading: Reading, sentence: ReadSentence): FoundStatement[] {
  const found: FoundStatement[] = []
  const places = findPlaces(sentence.folded)
  let claim = null as Claim | null
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!
    if (isNoClaim(sentence, place)) continue
    const own: Claim | null = claimBefore(reading, sentence, place, i > 0 ? places[i - 1]! : null)
    const current: Claim | null = own ?? claim
    if (!current) continue
    const scope: string | null =
      place.scope ??
      current.scope ??
      scopeBefore(sentence.folded.slice(Math.max(0, place.start - FAR), place.start)) ??
      scopeOfSection(reading, sentence)
    const followers = place.isRespective ? followersOf(sentence, places, i) : []
    const units = current.units ?? unitAt(reading, sentence.start + place.start).units
    if (followers.length > 1 && followers.length === units.length) {
      for (const [k, follower] of followers.entries())
        for (const j of current.subjects.keys())
          found.push(
            ...toStatements(reading, sentence, {
              place: follower,
              claim: current,
              k: j,
              scope: follower.scope ?? scope,
              unit: units[k],
            }),
          )
      i += followers.length - 1
    } else if (followers.length > 1 && followers.length === respective(reading, current, followers).length) {
      const claim = { ...current, subjects: respective(reading, current, followers) }
      for (const [k, follower] of followers.entries())
        found.push(
          ...toStatements(reading, sentence, {
            place: follower,
            claim,
            k,
            scope: follower.scope ?? scope,
          }),
        )
      i += followers.length - 1
    } else
      for (const k of current.subjects.keys())
        found.push(...toStatements(reading, sentence, { place, claim: current, k, scope }))
    claim = { ...current, scope, isInherited: true }
  }
  return found
}

/** As many indicators as places: a list kept whole for one head is parted, 甲、乙增速分列第三、第四. */
function respective(reading: Reading, claim: Claim, places: readonly Place[]): Claim['subjects'] {
  if (claim.subjects.length === places.length || claim.subjects.length !== 1) return claim.subjects
  const { folded } = reading.article.body
  const { range } = claim.subjects[0]!
  const items = splitList(folded, range, ['、', '和', '及', '与'])
  if (items.length !== places.length) return claim.subjects
  const head = HEAD.exec(folded.slice(range.start, range.end))?.[0] ?? ''
  return items.map((item, i) => {
    const isLast = i === items.length - 1
    return isLast || head === '' || HEAD.test(folded.slice(item.start, item.end))
      ? { range: item }
      : { range: item, subject: printed(reading.article, item) + head }
  })
}

const HEAD = /(?:增速|增幅|增长率|总量|完成率|得分|降幅)$/

/** The peers that an earlier sentence or the heading of the section sets: 从9个县（市、区）排名看. */
function scopeOfSection(reading: Reading, sentence: ReadSentence): string | null {
  for (let i = sentence.index - 1; i >= Math.max(0, sentence.index - SECTION); i--) {
    const before = reading.sentences[i]!
    if (before.paragraph < sentence.paragraph - 2) break
    const scope =
      scopeAnnounced(before.folded.slice(0, NEAR)) ??
      (before.paragraph === sentence.paragraph && MAY_HOLD.test(before.folded)
        ? findPlaces(before.folded.slice(-NEAR)).findLast((place) => place.scope !== null)?.scope
        : null)
    if (scope) return scope
  }
  return null
}

/** How many sentences back an opening still counts. */
const SECTION = 8
/** How much of a sentence is looked through for a scope, so that a hostile one costs no more. */
const NEAR = 200
const FAR = 1000

/** 分别居全市第三、第五: the places that share one list of indicators. */
function followersOf(sentence: ReadSentence, places: readonly Place[], first: number): Place[] {
  const followers = [places[first]!]
  for (let i = first + 1; i < places.length; i++) {
    if (!/^(?:、|，|和|及)$/.test(sentence.folded.slice(places[i - 1]!.end, places[i]!.start))) break
    followers.push(places[i]!)
  }
  return followers
}

function isNoClaim(sentence: ReadSentence, place: Place): boolean {
  const clause = sentence.clauses.find((each) => each.end >= sentence.start + place.end)!
  const text = sentence.folded.slice(clause.start - sentence.start, place.end)
  if (place.scope === null && /诉求|投诉|工单|举报|来信|来电/.test(sentence.folded.slice(0, place.start)))
    return true
  const before = sentence.folded.slice(clause.start - sentence.start, place.start)
  if (place.scope === null && KIND_OF_COMPLAINT.test(before)) return true
  return AIM.test(text) || COMPLAINTS.test(text)
}

function toStatements(
  reading: Reading,
  sentence: ReadSentence,
  parts: { place: Place; claim: Claim; k: number; scope: string | null; unit?: string | null },
): FoundStatement[] {
  const { place, claim, scope } = parts
  const { subject, range } = claim.subjects[parts.k]!
  const end = sentence.start + place.end
  const turn = unitAt(reading, sentence.start + place.start)
  const quote: Range = { start: claim.quoteStart, end }
  const certainty =
    (claim.isInherited ? 0.8 : 0.97) *
    (place.scope ? 1 : 0.85) *
    (place.position === null ? 0.85 : 1) *
    turn.certainty
  if (turn.unit === null && scope === null && reading.article.kind === 'inspection-notice') return []
  const units = parts.unit === undefined ? (claim.units ?? turn.units) : [parts.unit]
  return units.map((unit) => ({
    kind: 'rank' as const,
    articleIndex: reading.article.index,
    unit,
    subject: subject ?? printed(reading.article, range),
    period: periodBefore(sentence, end),
    ranges: [quote],
    confidence: Math.round(certainty * 100) / 100,
    rule: ruleOf(claim, place),
    rank: {
      scope,
      position: place.position,
      streakYears: place.streakYears,
      streakText: place.streakText,
    },
  }))
}

function ruleOf(claim: Claim, place: Place): string {
  if (claim.isInherited) return 'rank.subject-named-before'
  if (place.position === null) return 'rank.among-the-first'
  if (place.streakText) return 'rank.streak'
  return claim.subjects.length > 1 ? 'rank.list-shares-position' : 'rank.position'
}

import type { FoundStatement, Range } from '../../model.ts'
import { givesAccount, periodBefore, printed, type Reading, type ReadSentence, unitAt } from '../reading.ts'
import { type Claim, claimBefore } from './claim.ts'
import { findPlaces, type Place } from './find-places.ts'
import { scopeBefore } from './scope.ts'

const MAY_HOLD = /第[一二三四五六七八九十\d]|首|前茅|前列|前[\d一二三四五六七八九十]|领先/
/** A place that is striven for, not held. */
const AIM =
  /力争|争创|争当|争取|争先|永争|勇争|勇夺|冲刺|确保|努力|奋力|致力|瞄准|力保|志在|誓|迈向|目标[是为]|(?<![重主首需只])要(?![素闻件地])|(?<!即)将(?!近)/
/** Orders of complaints and hazards are no places of a unit. */
const COMPLAINTS =
  /(?:投诉|诉求|举报|信访|隐患|工单|违法|违规|事故|案件|类型|类别|问题)[^，]{0,10}(?:排名|位居|居|列|占比)/

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
      place.scope ?? current.scope ?? scopeBefore(sentence.folded.slice(0, place.start))
    const followers = place.isRespective ? followersOf(sentence, places, i) : []
    if (followers.length > 1 && followers.length === current.subjects.length) {
      for (const [k, follower] of followers.entries())
        found.push(
          ...toStatements(reading, sentence, {
            place: follower,
            claim: current,
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
  return AIM.test(text) || COMPLAINTS.test(text)
}

function toStatements(
  reading: Reading,
  sentence: ReadSentence,
  parts: { place: Place; claim: Claim; k: number; scope: string | null },
): FoundStatement[] {
  const { place, claim, scope } = parts
  const { subject, range } = claim.subjects[parts.k]!
  const end = sentence.start + place.end
  const turn = unitAt(reading, range.start)
  const quote: Range = { start: claim.quoteStart, end }
  const certainty =
    (claim.isInherited ? 0.8 : 0.97) *
    (place.scope ? 1 : 0.85) *
    (place.position === null ? 0.85 : 1) *
    turn.certainty
  return turn.units.map((unit) => ({
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

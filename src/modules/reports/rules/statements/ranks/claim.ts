import type { Article, Range } from '../../model.ts'
import type { KnownNames } from '../../units/known-names.ts'
import { matchUnitName } from '../../units/match-unit-name.ts'
import { printed, type Reading, type ReadSentence } from '../reading.ts'
import { splitList } from '../text/split-list.ts'
import type { Place } from './find-places.ts'
import { findSubject } from './find-subject.ts'
import { SCOPE } from './scope.ts'
import { isBareMeasure, leaningMeasure, splitSubjects } from './split-subjects.ts'

/** What a place is said of: its indicators, and the scope that stands with them. */
export interface Claim {
  /** `subject` where the words do not stand together: 地区生产总值 … 增速. */
  readonly subjects: readonly { readonly range: Range; readonly subject?: string }[]
  readonly scope: string | null
  /** Where the claim begins in print, with its period word. */
  readonly quoteStart: number
  /** The indicators were named before an earlier place or in an earlier clause. */
  readonly isInherited: boolean
  /** The units that stand where an indicator would: 高新区排名第一, 甲镇、乙镇分列第一、第二. */
  readonly units?: readonly string[]
}

const NOBODY: KnownNames = new Map()
const LEADING_SCOPE = new RegExp(
  `^(?:在|对)?(?<scope>${SCOPE})(?:(?<=^在.{1,20})[中里](?![心小药医考等央高]))?(?=[一-龥]{2})`,
)

/** The claim of a place by the words before it, from its own clause or, when it has none, the clause before. */
export function claimBefore(
  reading: Reading,
  sentence: ReadSentence,
  place: Place,
  previous: Place | null,
): Claim | null {
  const { folded } = reading.article.body
  const to = sentence.start + place.start
  const i = sentence.clauses.findIndex((clause) => clause.end >= sentence.start + place.end)
  const clause = sentence.clauses[i]!
  const from = Math.max(clause.start, previous ? sentence.start + previous.end : 0)
  const { nameEnd } = reading.units.at(clause.start)
  const range = to > from ? findSubject(folded, sentence, { from, to, nameEnd }) : null
  const units = range && place.hasVerb ? unitsOnly(reading, range) : null
  if (range && !units) return fromSubject(reading, sentence, { range, place, clauseIndex: i, from })
  if (range && units) {
    const label = findSubject(folded, sentence, { from, to: range.start - 1, nameEnd })
    if (label && folded[range.start - 1] === '：')
      return { ...fromSubject(reading, sentence, { range: label, place, clauseIndex: i, from }), units }
    if (previous) return null
  }
  const overall = OVERALL.exec(folded.slice(to, sentence.start + place.end))
  if (overall && overall[0] === '排名')
    return fromSubject(reading, sentence, {
      range: { start: to + overall.index, end: to + overall.index + 2 },
      place,
      clauseIndex: i,
      from,
    })
  if (overall && !previous)
    return {
      subjects: [{ range: { start: to + overall.index, end: to + overall.index + overall[0].length } }],
      scope: null,
      quoteStart: clause.start,
      isInherited: false,
    }
  if (i === 0) return null
  const reach = previous ? reachAfter(reading, sentence, previous, i) : Math.max(0, i - 2)
  for (let k = i - 1; k >= reach; k--) {
    const before = sentence.clauses[k]!
    const earlier = findSubject(folded, sentence, {
      from: before.start,
      to: before.end,
      nameEnd: reading.units.at(before.start).nameEnd,
    })
    if (earlier)
      return {
        ...fromSubject(reading, sentence, { range: earlier, place, clauseIndex: k, from: before.start }),
        isInherited: true,
        ...(units ? { units } : {}),
      }
  }
  return null
}

/** 在全市9个县中综合排名第二: the place itself says what is ranked. */
const OVERALL = /(?:综合|总体|总分)(?:排名|排位|得分)|^排名(?=由|从)/

/** The units of a list when a stretch is nothing else. */
function unitsOnly(reading: Reading, range: Range): string[] | null {
  const { folded } = reading.article.body
  const items = splitList(folded, range, ['、', '和', '及', '与'])
  const isUnit = (item: Range) => matchUnitName(folded, item.start, NOBODY)?.end === item.end
  return items.every(isUnit) ? items.map((item) => printed(reading.article, item)) : null
}

/** Past an earlier place only what a semicolon or a unit of its own opens anew has its own subject. */
function reachAfter(reading: Reading, sentence: ReadSentence, previous: Place, last: number): number {
  for (let k = last - 1; k >= Math.max(1, last - 2); k--) {
    const clause = sentence.clauses[k]!
    if (clause.start < sentence.start + previous.end) break
    if (sentence.clauses[k - 1]!.after === '；' || reading.units.at(clause.start).nameEnd > clause.start)
      return k
  }
  return last
}

function fromSubject(
  reading: Reading,
  sentence: ReadSentence,
  found: { range: Range; place: Place; clauseIndex: number; from: number },
): Claim {
  const { folded } = reading.article.body
  let { range } = found
  let scope: string | null = null
  if (!found.place.scope) {
    const leading = LEADING_SCOPE.exec(folded.slice(range.start, range.end))
    if (leading) {
      scope = leading.groups!.scope!
      range = { start: range.start + leading[0].length, end: range.end }
    }
  }
  const parts = splitSubjects(folded, range)
  const leans = parts.map((part) => leaningMeasure(folded.slice(part.start, part.end)))
  const thing = leans.every((each) => each !== null)
    ? thingBefore(reading, sentence, found.clauseIndex)
    : null
  const subjects = parts.map((part, i) =>
    thing ? { range: part, subject: joined(reading.article, thing, part, leans[i]!) } : { range: part },
  )
  return { subjects, scope, quoteStart: quoteStart(sentence, found.from, range.start), isInherited: false }
}

/** 收入总量 leans on 一般公共预算收入 before it: the words that both have are said once. */
function joined(article: Article, thing: Range, part: Range, measure: string): string {
  const { folded } = article.body
  const own = folded.slice(part.start, part.end)
  const shared = own.slice(0, own.length - measure.length)
  const isLed = shared.length > 1 && folded.slice(thing.start, thing.end).startsWith(shared)
  if (isLed) return printed(article, thing) + measure
  const isShared = shared === '' || folded.slice(thing.start, thing.end).endsWith(shared)
  if (!isShared) return printed(article, part)
  return printed(article, thing) + printed(article, { start: part.start + shared.length, end: part.end })
}

/** What is said of the thing: it ends where a predicate begins. */
const PREDICATE =
  /(?:(?:已|已经)?连续|被(?:评|列|授)|获评|荣获|获得|再次|首次|同比|环比|比上年|较上年|实现(?!率)|完成(?![率量情])|达到|位居|排名第|[居列]?第[一二三四五六七八九十\d]|居全|列全|仍|均|(?:实际|名义)?(?:增长|下降|提高|增加|增)$).*$/

/** How many clauses back the thing of a bare measure is looked for. */
const THING_REACH = 5

/** The thing that a bare measure measures: 规上工业增加值增长8%，增速居全市第一. */
function thingBefore(reading: Reading, sentence: ReadSentence, clauseIndex: number): Range | null {
  const { folded } = reading.article.body
  for (let i = clauseIndex - 1; i >= Math.max(0, clauseIndex - THING_REACH); i--) {
    const before = sentence.clauses[i]!
    const range = findSubject(folded, sentence, {
      from: before.start,
      to: before.end,
      nameEnd: reading.units.at(before.start).nameEnd,
    })
    if (!range) continue
    const start = range.start + (LEADING_SCOPE.exec(folded.slice(range.start, range.end))?.[0].length ?? 0)
    const text = folded.slice(start, range.end)
    const end = range.end - (PREDICATE.exec(text)?.[0].length ?? 0)
    if (end - start >= 2 && !isBareMeasure(folded.slice(start, end))) return { start, end }
  }
  return null
}

function quoteStart(sentence: ReadSentence, from: number, subjectStart: number): number {
  const marker = sentence.markers.findLast(
    (each) =>
      each.range.start >= from && each.range.end <= subjectStart && subjectStart - each.range.end <= 2,
  )
  return marker?.range.start ?? subjectStart
}

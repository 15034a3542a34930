import type { Range } from '../../model.ts'
import { printed, type Reading, type ReadSentence } from '../reading.ts'
import type { Place } from './find-places.ts'
import { findSubject } from './find-subject.ts'
import { SCOPE } from './scope.ts'
import { isBareMeasure, splitSubjects } from './split-subjects.ts'

/** What a place is said of: its indicators, and the scope that stands with them. */
export interface Claim {
  /** `subject` where the words do not stand together: 地区生产总值 … 增速. */
  readonly subjects: readonly { readonly range: Range; readonly subject?: string }[]
  readonly scope: string | null
  /** Where the claim begins in print, with its period word. */
  readonly quoteStart: number
  /** The indicators were named before an earlier place or in an earlier clause. */
  readonly isInherited: boolean
}

const LEADING_SCOPE = new RegExp(`^(?:在|对)?(?<scope>${SCOPE})(?=[一-龥]{2})`)

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
  if (range) return fromSubject(reading, sentence, { range, place, clauseIndex: i, from })
  if (previous || i === 0) return null
  for (let k = i - 1; k >= Math.max(0, i - 2); k--) {
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
      }
  }
  return null
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
  const areBare = parts.every((part) => isBareMeasure(folded.slice(part.start, part.end)))
  const thing = areBare ? thingBefore(reading, sentence, found.clauseIndex) : null
  const subjects = parts.map((part) =>
    thing ? { range: part, subject: thing + printed(reading.article, part) } : { range: part },
  )
  return { subjects, scope, quoteStart: quoteStart(sentence, found.from, range.start), isInherited: false }
}

/** The thing that a bare measure measures: 规上工业增加值增长8%，增速居全市第一. */
function thingBefore(reading: Reading, sentence: ReadSentence, clauseIndex: number): string | null {
  for (let i = clauseIndex - 1; i >= Math.max(0, clauseIndex - 2); i--) {
    const before = sentence.clauses[i]!
    const range = findSubject(reading.article.body.folded, sentence, {
      from: before.start,
      to: before.end,
      nameEnd: reading.units.at(before.start).nameEnd,
    })
    const thing = range
      ? printed(reading.article, range)
          .replace(LEADING_SCOPE, '')
          .replace(/(?:同比|环比)?(?:实际|名义)?(?:增长|下降|提高|增加|增)$/, '')
      : ''
    if (thing.length >= 2) return thing
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

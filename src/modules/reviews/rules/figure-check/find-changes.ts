import { plus, whole } from '../../../indicators/index.ts'
import { NOT_NOMINAL } from './change-words.ts'
import type { Figure } from './figure.ts'
import { percent, plain } from './find-growth.ts'
import { difference, type Interval, negated, quotient } from './interval.ts'
import type { Reckoning, Relation } from './relation.ts'
import type { Sentence } from './sentence.ts'
import { isLike, isMonthOfThisYear, readTerms, type Term } from './terms.ts'

/**
 * A level, what it was, and what the text says lies between them, wherever the three stand in the sentence. Two figures
 * belong to a change when one of them is said to be of before and the other is not, and no third one lies between.
 */
export function findChanges(sentence: Sentence): Relation[] {
  const terms = readTerms(sentence)
  return terms.flatMap((change, i) => [
    ...(change.role === 'change' ? ofChange(sentence, terms, i) : []),
    ...(change.role === 'times' ? ofMultiple(sentence, terms, i) : []),
  ])
}

function ofChange(sentence: Sentence, terms: readonly Term[], i: number): Relation[] {
  const change = terms[i]!
  const pair = pairBefore(terms, i) ?? pairAround(terms, i)
  if (!pair || /年均|月均|平均/.test(change.near)) return []
  const { level, base } = pair
  if (change.against && base.against && !agree(change, base)) return []
  if (!base.against && (change.against === 'other' || change.against === 'year-start')) return []
  if (isOfOtherPeriod(terms.slice(terms.indexOf(base), i), base, change)) return []
  const reckoning = reckonChange(change, base.figure)
  if (!reckoning) return []
  if (change.figure.kind === 'percent' && isConstantPrice(sentence, terms, [base, level, change])) return []
  const down = change.isDown
  const signed =
    (reckon: Reckoning): Reckoning =>
    (given) => {
      const found = reckon(given)
      return found && down ? negated(found) : found
    }
  const { reckon, formula, kind, mistaken } = reckoning(base.figure, level.figure)
  return [
    {
      kind,
      sentence,
      terms: [base.figure, level.figure],
      printed: change.figure,
      reckon: signed(reckon),
      formula,
      mistaken: mistaken.map(({ cause, reckon: other }) => ({ cause, reckon: signed(other) })),
    },
  ]
}

/**
 * 由5月的142件增到167件，环比上升17.6%，同比下降5.1%: the second growth is against another month. A month that is named
 * without its year is no base of 同比.
 */
function isOfOtherPeriod(between: readonly Term[], base: Term, change: Term): boolean {
  if (!change.against || base.against === change.against) return false
  const isOther = between.some(
    ({ role, against }) => role === 'change' && against && against !== change.against,
  )
  return isOther || (/同比/.test(change.near) && isMonthOfThisYear(base.near))
}

/** `above the year before` and `above the same month of the year before` are one; a named year must be named again. */
function agree(change: Term, base: Term): boolean {
  if (change.against === 'other' || base.against === 'other')
    return change.against !== 'year-start' && !/年前|\d{4}年|五年|十年/.test(change.near)
  return change.against === base.against
}

/** The last two like figures before the change, of which one is a base: `B, A last year, grew g`. */
export function pairBefore(terms: readonly Term[], i: number): { level: Term; base: Term } | null {
  const wanted = terms[i]!.figure
  const before: Term[] = []
  let increase: Term | null = null
  for (let k = i - 1; k >= 0 && before.length < 2; k--) {
    const term = terms[k]!
    if (term.role === 'change' && before.length > 0) {
      // 2022年A，下降32.5%；2023年B，增长41.9%: the year before stands beyond its own growth.
      if (before.length === 1 && areConsecutive(terms[k - 1], before[0]!)) continue
      break
    }
    // A share, or an increase of something else, stands between: the change is no longer that of the two.
    if (term.role === 'share' && wanted.kind !== 'points') break
    if (term.role === 'change' && term.figure.kind === 'count' && wanted.kind !== 'count') increase = term
    if (term.role === 'change' || term.role === 'share' || term.role === 'each' || term.role === 'times') {
      if (wanted.kind === 'points' && term.role === 'share') before.unshift(term)
      continue
    }
    before.unshift(term)
  }
  if (increase && before[0] && !isLike(increase.figure, before[0].figure)) return null
  return pairOf(before, wanted)
}

/** `above last year's A by D, to B`. */
function pairAround(terms: readonly Term[], i: number): { level: Term; base: Term } | null {
  const base = terms[i - 1]
  const level = terms[i + 1]
  if (!base || !level || base.role !== 'base' || level.role === 'change') return null
  if (
    !/^(?:，)?(?:累计|总共|共)?(?:达到?|增至|升至|降至|减至|至|到|增加到|提高到|上升到|下降到|减少到)$/.test(
      level.lead,
    )
  )
    return null
  return pairOf([base, level], terms[i]!.figure)
}

function pairOf(pair: readonly Term[], change: Figure): { level: Term; base: Term } | null {
  const [one, other] = pair
  if (!one || !other || !isLike(one.figure, other.figure)) return null
  const years = [one, other].map(({ near }) => /(?<year>\d{4})年/.exec(near)?.groups?.year)
  const isOfYears = years[0] !== undefined && years[1] !== undefined && years[0] !== years[1]
  if (!isOfYears && (one.role === 'base') === (other.role === 'base')) return null
  const isOneBefore = isOfYears ? years[0]! < years[1]! : one.role === 'base'
  const [base, level] = isOneBefore ? [one, other] : [other, one]
  if (/[、和与及]$/.test(one.tail.slice(0, 1)) || /分别|其中/.test(one.lead + other.lead)) return null
  if (change.kind === 'count' && change.measure !== base.figure.measure) return null
  if ((change.kind === 'points') !== (base.figure.kind === 'percent') && change.kind !== 'percent')
    return null
  return { base, level }
}

function isConstantPrice(sentence: Sentence, terms: readonly Term[], of: readonly Term[]): boolean {
  const first = terms.find((term) => of.includes(term))!
  const last = of.reduce((a, b) => (a.at > b.at ? a : b))
  const clause = sentence.masked.lastIndexOf('；', first.at) + 1
  return NOT_NOMINAL.test(sentence.masked.slice(clause, last.at))
}

interface Reckoned {
  readonly kind: 'growth' | 'increase' | 'points'
  readonly reckon: Reckoning
  readonly formula: string
  readonly mistaken: readonly { cause: 'base' | 'points-percent' | 'direction'; reckon: Reckoning }[]
}

const gap: Reckoning = ([a, b]) => difference(b!, a!)
const growth: Reckoning = ([a, b]) => percent(quotient(difference(b!, a!), a!))
const onResult: Reckoning = ([a, b]) => percent(quotient(difference(b!, a!), b!))
const lessOne: Reckoning = ([a, b]) => less(quotient(b!, a!))
const multiple: Reckoning = ([a, b]) => quotient(b!, a!)
const opposite =
  (reckon: Reckoning): Reckoning =>
  (given) => {
    const found = reckon(given)
    return found && negated(found)
  }

function reckonChange(change: Term, of: Figure): ((a: Figure, b: Figure) => Reckoned) | null {
  const { kind } = change.figure
  const isRate = of.kind === 'percent'
  if (kind === 'count')
    return (a, b) => ({
      kind: 'increase',
      reckon: gap,
      formula: `${plain(b)} − ${plain(a)}`,
      mistaken: [turned(gap)],
    })
  if (kind === 'points' && isRate)
    return (a, b) => ({
      kind: 'points',
      reckon: gap,
      formula: `${plain(b)} − ${plain(a)}`,
      mistaken: [turned(gap), { cause: 'points-percent', reckon: growth }],
    })
  if (kind === 'percent')
    return (a, b) => ({
      kind: isRate ? 'points' : 'growth',
      reckon: growth,
      formula: `(${plain(b)} − ${plain(a)}) ÷ ${plain(a)}`,
      mistaken: [
        turned(growth),
        isRate ? { cause: 'points-percent', reckon: gap } : { cause: 'base', reckon: onResult },
      ],
    })
  if (kind === 'times' && !isRate)
    return (a, b) => ({
      kind: 'growth',
      reckon: lessOne,
      formula: `${plain(b)} ÷ ${plain(a)} − 1`,
      mistaken: [{ cause: 'base', reckon: multiple }],
    })
  return null
}

function turned(reckon: Reckoning) {
  return { cause: 'direction' as const, reckon: opposite(reckon) }
}

function less(interval: Interval | undefined): Interval | undefined {
  return interval && { low: plus(interval.low, whole(-1)), high: plus(interval.high, whole(-1)) }
}

/** `B, 2.5 times the A of 2018`: the base stands between the level and the multiple. */
function ofMultiple(sentence: Sentence, terms: readonly Term[], i: number): Relation[] {
  const [level, base, times] = [terms[i - 2], terms[i - 1], terms[i]!]
  if (!level || !base || !isLike(level.figure, base.figure) || base.figure.kind !== 'count') return []
  if (!/^[^，。；]{0,4}的$/.test(times.lead) || !/是|为|相当于|达到?/.test(base.lead)) return []
  return [
    {
      kind: 'growth',
      sentence,
      terms: [base.figure, level.figure],
      printed: times.figure,
      reckon: multiple,
      formula: `${plain(level.figure)} ÷ ${plain(base.figure)}`,
      mistaken: [{ cause: 'base', reckon: lessOne }],
    },
  ]
}

function areConsecutive(one: Term | undefined, next: Term): boolean {
  const [a, b] = [one, next].map((term) => /(?<year>\d{4})年/.exec(term?.near ?? '')?.groups?.year)
  return a !== undefined && b !== undefined && Number(b) === Number(a) + 1
}

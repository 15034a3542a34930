import type { Claim, ClaimMeasure } from './claim.ts'
import { type Likeness, likenessKeys, nameLikeness, type PairWeights, pairWeights } from './name-likeness.ts'
import { plainSubject, type ReadSubject, readSubject } from './read-subject.ts'
import { measureFactor, measureKind } from './same-measure.ts'

/** What a claim can be matched to. */
export interface IndicatorNames {
  readonly indicator: number
  readonly name: string
  readonly aliases: readonly string[]
  /** The unit of measure, `亿元`. */
  readonly measure: string
}

/** An indicator that a claim may mean: a person confirms it. */
export interface Suggestion {
  readonly indicator: number
  readonly measure: ClaimMeasure
  /** In thousandths; below `LEAST_LIKENESS` nothing is suggested. */
  readonly perMille: number
  readonly because: readonly MatchReason[]
}

/** Why, in the order in which it counts. The web words the codes. */
export interface MatchReason {
  readonly code:
    | 'name-equal'
    | 'name-abbreviation'
    | 'name-shared-words'
    | 'name-contrast'
    | 'growth-of-indicator'
    | 'share-of-indicator'
    | 'done-of-indicator'
    | 'measure-word-lacking'
    | 'unit-of-measure-fits'
    | 'unit-of-measure-differs'
  /** The name or other name that matched, for the reasons about names. */
  readonly name?: string
}

export interface Suggestions {
  /** The one that stands out; null when none reaches the least likeness or two are too near to each other. */
  readonly best: Suggestion | null
  /** The likeliest, at most five, best first. */
  readonly all: readonly Suggestion[]
}

/** Below this nothing is suggested, and less than this apart two suggestions are a question and no answer. [REC] */
export const LEAST_LIKENESS = 550
const LEAST_LEAD = 40

interface KnownName {
  readonly of: IndicatorNames
  readonly name: string
  readonly core: string
  readonly measure: ClaimMeasure
  readonly whole: string
}

/** A catalogue of names that many claims are matched against. */
export interface IndicatorIndex {
  /** Names by each of their keys of likeness. */
  readonly byKey: ReadonlyMap<string, readonly KnownName[]>
  readonly weights: PairWeights
  readonly ignored: readonly string[]
}

/** `ignored` are names of units and cohorts, which say whose figure it is. O(characters). */
export function indexIndicators(
  indicators: readonly IndicatorNames[],
  ignored: readonly string[],
): IndicatorIndex {
  const names = indicators.flatMap((of) =>
    [of.name, ...of.aliases].map(
      (name): KnownName => ({ of, name, whole: plainSubject(name), ...readSubject(name) }),
    ),
  )
  const byKey = new Map<string, KnownName[]>()
  for (const known of names) {
    for (const key of likenessKeys(known.core)) {
      const list = byKey.get(key)
      if (list) list.push(known)
      else byKey.set(key, [known])
    }
  }
  return { byKey, weights: pairWeights(names.map(({ core }) => core)), ignored }
}

/** Which indicators a claim may mean, by names, other names, words of measure and units of measure. O(names alike). */
export function suggestIndicators(claim: Claim, index: IndicatorIndex): Suggestions {
  if (claim.kind === 'first') return { best: null, all: [] }
  const subject = readSubject(claim.subject, index.ignored)
  const whole = plainSubject(claim.subject, index.ignored)
  const byIndicator = new Map<number, Suggestion>()
  const named = new Set<number>()
  const candidates = new Set(likenessKeys(subject.core).flatMap((key) => index.byKey.get(key) ?? []))
  for (const known of candidates) {
    const found = suggestion(claim, {
      subject,
      known,
      likeness: nameLikeness(subject.core, known.core, index.weights),
    })
    if (known.whole === whole) named.add(known.of.indicator)
    const former = byIndicator.get(known.of.indicator)
    if (found.perMille >= LEAST_LIKENESS && found.perMille > (former?.perMille ?? 0))
      byIndicator.set(known.of.indicator, found)
  }
  const all = [...byIndicator.values()]
    .sort((a, b) => b.perMille - a.perMille || a.indicator - b.indicator)
    .slice(0, 5)
  const [first, second] = all
  // A name that is equal to its last word leaves nothing to ask: 地区生产总值增长 is that indicator, not another's growth.
  const isNamed = (one: Suggestion, other: Suggestion) =>
    named.has(one.indicator) && !named.has(other.indicator)
  const standsOut =
    first && (!second || first.perMille - second.perMille >= LEAST_LEAD || isNamed(first, second))
  return { best: standsOut ? first : null, all }
}

interface Pairing {
  readonly subject: ReadSubject
  readonly known: KnownName
  readonly likeness: Likeness
}

const NAME_REASONS = {
  equal: 'name-equal',
  abbreviation: 'name-abbreviation',
  'shared-words': 'name-shared-words',
  contrast: 'name-contrast',
  none: 'name-shared-words',
} as const

function suggestion(claim: Claim, { subject, known, likeness }: Pairing): Suggestion {
  const because: MatchReason[] = [{ code: NAME_REASONS[likeness.relation], name: known.name }]
  let { perMille } = likeness
  const measure = measureOf(subject.measure, known.measure, because)
  perMille = Math.floor((perMille * penaltyOf(subject.measure, known.measure)) / 100)
  const isFigure = claim.kind === 'figure' || claim.kind === 'metric'
  // A growth or a share says nothing of the indicator's own unit of measure.
  if (
    isFigure &&
    measure === 'level' &&
    claim.value !== null &&
    measureKind(claim.unitOfMeasure) !== 'points'
  ) {
    const fits = measureFactor(known.of.measure, claim.unitOfMeasure ?? '') !== undefined
    const isGrowth =
      measureKind(claim.unitOfMeasure) === 'percent' && measureKind(known.of.measure) !== 'percent'
    if (!isGrowth) because.push({ code: fits ? 'unit-of-measure-fits' : 'unit-of-measure-differs' })
    if (!fits && !isGrowth) perMille = Math.floor(perMille / 2)
    if (isGrowth) {
      because.push({ code: 'growth-of-indicator' })
      return { indicator: known.of.indicator, measure: 'growth', perMille, because }
    }
  }
  return { indicator: known.of.indicator, measure, perMille, because }
}

/** An indicator that is itself a growth, a share or a rate is asked for its level. */
function measureOf(said: ClaimMeasure, named: ClaimMeasure, because: MatchReason[]): ClaimMeasure {
  if (said === named) return 'level'
  if (said === 'level' || named !== 'level') {
    because.push({ code: 'measure-word-lacking' })
    return 'level'
  }
  because.push({ code: `${said}-of-indicator` as const })
  return said
}

/** In per cent: what the words of the measure leave of the likeness. */
function penaltyOf(said: ClaimMeasure, named: ClaimMeasure): number {
  if (said === named) return 100
  if (said === 'level' || named !== 'level') return 60
  // Growth can be computed of anything; a share needs a whole, and what is done a target.
  return said === 'growth' ? 98 : 90
}

import { type Fraction, fractionOf, ratio, whole } from '../exact/fraction.ts'
import { conversionFactor } from '../measure/convert-measure.ts'
import type { Measure } from '../measure/measure.ts'
import { parseMeasure } from '../measure/parse-measure.ts'
import counters from './counters.json' with { type: 'json' }

/**
 * How many of `to` one of `from` is; undefined when they measure different things or one cannot be read. Classifiers
 * count alike: 60 家 of an indicator that counts in 个 are 60. A bare number fits any of them.
 */
export function measureFactor(from: string, to: string): Fraction | undefined {
  const [source, target] = [parseMeasure(from), parseMeasure(to)]
  if (source && target) {
    const exact = conversionFactor(source, target)
    if (exact) return exact
  }
  const [one, other] = [counterPrefix(from, source), counterPrefix(to, target)]
  if (one === undefined || other === undefined) return undefined
  const power = one - other
  return power >= 0 ? whole(10n ** BigInt(power)) : ratio(1n, 10n ** BigInt(-power))
}

/** The power of ten before a classifier, 4 for 万户; undefined when it is none. */
function counterPrefix(text: string, measure: Measure | undefined): number | undefined {
  if (counters.includes(text)) return 0
  if (!measure || measure.terms.length > 1) return undefined
  const [term] = measure.terms
  if (!term) return measure.prefix
  return term.exponent === 1 && counters.includes(term.symbol) ? measure.prefix : undefined
}

/** Whether it is per cent, a difference in percentage points, or anything else. */
export function measureKind(text: string | null): 'percent' | 'points' | 'other' {
  const measure = text === null ? undefined : parseMeasure(text)
  const [term, ...more] = measure?.terms ?? []
  if (!term || more.length > 0) return 'other'
  if (term.symbol === '%' || term.symbol === '‰') return 'percent'
  return term.symbol === '百分点' || term.symbol === '千分点' ? 'points' : 'other'
}

/** A growth as printed, `+7.38%` or `-2个百分点`. */
export function readChange(
  text: string,
): { value: string; decimal: Fraction; kind: 'percent' | 'points' } | undefined {
  const match = /^([+-]?)(\d+(?:\.\d+)?)(.+)$/.exec(
    text.normalize('NFKC').replaceAll(' ', '').replace('−', '-'),
  )
  if (!match) return undefined
  const kind = measureKind(match[3]!)
  if (kind === 'other' || match[3]!.startsWith('‰') || match[3]!.includes('千分')) return undefined
  const value = `${match[1] === '-' ? '-' : ''}${match[2]}`
  return { value, decimal: fractionOf(value), kind }
}

import { type Fraction, fractionOf, ratio, times, whole } from '../exact/fraction.ts'
import { conversionFactor } from '../measure/convert-measure.ts'
import type { Measure } from '../measure/measure.ts'
import { parseMeasure } from '../measure/parse-measure.ts'
import counters from './counters.json' with { type: 'json' }
import { ofDecimal, type Precision } from './printed-precision.ts'

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

/** A printed growth in per cent or points, and how finely it was printed. */
export interface PrintedChange {
  /** As printed, without its unit: `-7.38`. */
  readonly value: string
  readonly decimal: Fraction
  readonly precision: Precision
  readonly kind: 'percent' | 'points'
}

/** A growth as printed, `+7.38%`, `-2个百分点`, or `+1.1倍`, which is 110 per cent. */
export function readChange(text: string): PrintedChange | undefined {
  const match = /^([+-]?)(\d+(?:\.\d+)?)(.+)$/.exec(
    text.normalize('NFKC').replaceAll(' ', '').replace('−', '-'),
  )
  if (!match) return undefined
  const value = `${match[1] === '-' ? '-' : ''}${match[2]}`
  const term = parseMeasure(match[3]!)?.terms[0]?.symbol
  const kind = measureKind(match[3]!)
  const [decimal, precision] = [fractionOf(value), ofDecimal(value)]
  if (term === '倍') {
    const { unit, step } = precision
    const hundred = whole(100)
    return {
      value,
      decimal: times(decimal, hundred),
      precision: { unit: times(unit, hundred), step: times(step, hundred) },
      kind: 'percent',
    }
  }
  return kind === 'other' || (term !== '%' && term !== '百分点')
    ? undefined
    : { value, decimal, precision, kind }
}

import type { Fraction } from '../exact/fraction.ts'
import { conversionFactor } from '../measure/convert-measure.ts'
import { formatMeasure } from '../measure/format-measure.ts'
import { BARE, type Measure } from '../measure/measure.ts'
import type { Plan } from './plan.ts'
import type { Place } from './syntax.ts'
import { type Check, type Typed, wrong } from './typed.ts'

const PERCENT = { prefix: 0, terms: [{ symbol: '%', exponent: 1 }] }
const POINTS = { prefix: 0, terms: [{ symbol: '百分点', exponent: 1 }] }

export { PERCENT, POINTS }

/** % and ‰. */
export function isRate(measure: Measure): boolean {
  return isOne(measure, ['%', '‰'])
}

/** 百分点 and 千分点: the difference of two rates. */
export function isPoints(measure: Measure): boolean {
  return isOne(measure, ['百分点', '千分点'])
}

function isOne({ terms }: Measure, symbols: readonly string[]): boolean {
  const [term] = terms
  return terms.length === 1 && term?.exponent === 1 && symbols.includes(term.symbol)
}

/** The rate of which a number of points is the difference: 百分点 as %. */
export function rateOfPoints(measure: Measure): Measure {
  return isOne(measure, ['千分点']) ? { prefix: 0, terms: [{ symbol: '‰', exponent: 1 }] } : PERCENT
}

export function pointsOfRate(measure: Measure): Measure {
  return isOne(measure, ['‰']) ? { prefix: 0, terms: [{ symbol: '千分点', exponent: 1 }] } : POINTS
}

/** A part in another unit of measure; a number without a unit takes it. Undefined when it measures something else. */
export function convertedTo(part: Typed, measure: Measure): Typed | undefined {
  if (part.isLiteral) return { ...part, measure }
  const factor = conversionFactor(part.measure, measure)
  if (!factor) return undefined
  const plan = scaledBy(part.plan, factor)
  return { ...part, plan, measure, indicator: plan === part.plan ? part.indicator : null }
}

/** A factor with an end to its decimals is exact (万元 to 亿元); only others take a division (亩 to 公顷). */
function scaledBy(plan: Plan, { n, d }: Fraction): Plan {
  if (n === 1n && d === 1n) return plan
  for (let scale = 0; scale <= 15; scale++) {
    const digits = n * 10n ** BigInt(scale)
    if (digits % d === 0n) return { op: 'multiply', left: plan, right: constant(digits / d, scale) }
  }
  const left: Plan = { op: 'multiply', left: plan, right: constant(n) }
  return { op: 'divide', left, right: constant(d) }
}

/** The same as `convertedTo`, with the problem noted where the units do not fit. */
export function requireMeasure(
  check: Check,
  place: Place,
  { part, measure }: { part: Typed; measure: Measure },
): Typed | undefined {
  return (
    convertedTo(part, measure) ??
    wrong(check, place, 'indicators.formula-measure-mismatch', {
      left: nameOf(measure),
      right: nameOf(part.measure),
    })
  )
}

/** A share as a pure number: 5 % is 0.05. What is no share stays. */
export function asNumber(part: Typed): Typed {
  const measure = isPoints(part.measure) ? rateOfPoints(part.measure) : part.measure
  return isRate(measure) ? (convertedTo({ ...part, measure }, BARE) ?? part) : part
}

export function constant(digits: bigint, scale = 0): Plan {
  return { op: 'constant', digits, scale }
}

/** For a sentence: a bare number has no name, so it is written 1. */
export function nameOf(measure: Measure): string {
  return formatMeasure(measure) || '1'
}

import { decimalOf, fractionOf, over, ratio, times, whole } from '../exact/fraction.ts'
import { formatMeasure } from './format-measure.ts'
import type { Measure } from './measure.ts'
import { unitOf } from './unit-catalogue.ts'

/** The powers to which large numbers are brought: 万 and 亿 in Chinese, thousand to trillion in English. */
const STEPS = { 'zh-CN': [0, 4, 8, 12], en: [0, 3, 6, 9, 12] } as const

/**
 * A value with the unit in which it reads best on a screen: 123456789 元 is 1.23 亿元, 0.5 亿元 is 5000 万元. Shares,
 * points and hours keep theirs. Rounded half away from zero to so many decimals; what is exported is never taken from here.
 */
export function displayMeasured(
  value: string,
  measure: Measure,
  { locale, decimals }: { locale: 'zh-CN' | 'en'; decimals: number },
): { value: string; unit: string } {
  const prefix = bestPrefix(value, measure, locale)
  const power = whole(10n ** BigInt(Math.abs(measure.prefix - prefix)))
  const number = fractionOf(value)
  const scaled = measure.prefix >= prefix ? times(number, power) : over(number, power)
  return {
    value: decimalOf(scaled, decimals),
    unit: formatMeasure({ prefix, terms: measure.terms }, locale),
  }
}

function bestPrefix(value: string, { prefix, terms }: Measure, locale: 'zh-CN' | 'en'): number {
  const first = terms.find(({ exponent }) => exponent > 0)
  const { n, d } = fractionOf(value)
  if (n === 0n || prefix < 0 || !first || first.exponent > 1 || unitOf(first.symbol).isFixed) return prefix
  const size = times(ratio(n < 0n ? -n : n, d), whole(10n ** BigInt(prefix)))
  let best = 0
  for (const step of STEPS[locale]) if (size.n >= size.d * 10n ** BigInt(step)) best = step
  return best
}

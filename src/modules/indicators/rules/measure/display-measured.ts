import { decimalOf, fractionOf, over, times, whole } from '../exact/fraction.ts'
import { bestPrefix } from './best-prefix.ts'
import { formatMeasure } from './format-measure.ts'
import type { Measure } from './measure.ts'

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

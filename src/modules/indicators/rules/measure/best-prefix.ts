import { fractionOf, ratio, times, whole } from '../exact/fraction.ts'
import type { Measure } from './measure.ts'
import { unitOf } from './unit-catalogue.ts'

/** The powers to which large numbers are brought: 万 and 亿 in Chinese, thousand to trillion in English. */
const STEPS = { 'zh-CN': [0, 4, 8, 12], en: [0, 3, 6, 9, 12] } as const

/** The power of ten with which a value reads best; a column of values takes that of its largest one. */
export function bestPrefix(value: string, { prefix, terms }: Measure, locale: 'zh-CN' | 'en'): number {
  const first = terms.find(({ exponent }) => exponent > 0)
  const { n, d } = fractionOf(value)
  if (n === 0n || prefix < 0 || !first || first.exponent > 1 || unitOf(first.symbol).isFixed) return prefix
  const size = times(ratio(n < 0n ? -n : n, d), whole(10n ** BigInt(prefix)))
  let best = 0
  for (const step of STEPS[locale]) if (size.n >= size.d * 10n ** BigInt(step)) best = step
  return best
}

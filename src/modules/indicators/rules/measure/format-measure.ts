import type { Measure, Term } from './measure.ts'
import { PREFIXES, unitOf } from './unit-catalogue.ts'

type Locale = 'zh-CN' | 'en'

/**
 * A measure as it is written: 亿元, 万元/人, 件/万人. The Chinese form is the canonical one, which `parseMeasure` reads. A
 * power of ten that no word has (a tenth of a yuan) stands as a factor, 10^-1×元.
 */
export function formatMeasure({ prefix, terms }: Measure, locale: Locale = 'zh-CN'): string {
  const above = terms.filter(({ exponent }) => exponent > 0)
  const below = terms.filter(({ exponent }) => exponent < 0)
  const left = prefix > 0 ? wordFor(prefix, above[0], locale) : ''
  const right = prefix < 0 ? below[0] && wordFor(-prefix, below[0], locale) : ''
  const power = left === undefined || right === undefined ? `10^${prefix}×` : ''
  const numerator = withPrefix(left ?? '', above, locale) || (below.length > 0 || power ? '1' : '')
  const denominators = below.map((term, at) => withPrefix(at === 0 ? (right ?? '') : '', [term], locale))
  return power + [numerator, ...denominators].join('/')
}

function withPrefix(word: string, terms: readonly Term[], locale: Locale): string {
  const names = terms.map(({ symbol, exponent }) => {
    const name = locale === 'en' ? unitOf(symbol).en : symbol
    return Math.abs(exponent) === 1 ? name : `${name}^${Math.abs(exponent)}`
  })
  const space = locale === 'en' && word && names.length > 0 ? ' ' : ''
  return word + space + names.join('·')
}

/** A word for the power before a unit, if there is one and the unit takes it. */
function wordFor(power: number, term: Term | undefined, locale: Locale): string | undefined {
  if (term && (Math.abs(term.exponent) !== 1 || unitOf(term.symbol).isFixed)) return undefined
  const found = PREFIXES.find((prefix) => prefix.power === power)
  return found && (locale === 'en' ? found.en : found.text)
}

import type { Measure, Term } from './measure.ts'

/** The measure of a product, or with −1 of a quotient: 亿元 ÷ 万人 = 万元/人. Units that are in both cancel out. */
export function productOf(a: Measure, b: Measure, sign: 1 | -1 = 1): Measure {
  const exponents = new Map<string, number>(a.terms.map(({ symbol, exponent }) => [symbol, exponent]))
  for (const { symbol, exponent } of b.terms)
    exponents.set(symbol, (exponents.get(symbol) ?? 0) + sign * exponent)
  const terms: Term[] = []
  for (const [symbol, exponent] of exponents) if (exponent !== 0) terms.push({ symbol, exponent })
  return { prefix: a.prefix + sign * b.prefix, terms }
}

/** An exact number: `n / d` in lowest terms, `d` above zero. Scores and shares are added as these and rounded once. */
export interface Fraction {
  readonly n: bigint
  readonly d: bigint
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/

export const ZERO: Fraction = { n: 0n, d: 1n }

/** The fraction of a decimal string, `-12.5` as −25/2. @throws RangeError for anything else */
export function fractionOf(decimal: string): Fraction {
  const match = DECIMAL.exec(decimal)
  if (!match) throw new RangeError(`"${decimal}" should be a decimal numeral such as "-12.5"`)
  const places = match[3]?.length ?? 0
  const digits = BigInt(`${match[2]}${match[3] ?? ''}`)
  return ratio(match[1] ? -digits : digits, 10n ** BigInt(places))
}

/** @throws RangeError when the denominator is zero */
export function ratio(n: bigint, d: bigint): Fraction {
  if (d === 0n) throw new RangeError('a denominator should not be zero')
  const common = greatestDivisor(n < 0n ? -n : n, d < 0n ? -d : d)
  const sign = d < 0n ? -1n : 1n
  return { n: (sign * n) / common, d: (sign * d) / common }
}

export function whole(value: number | bigint): Fraction {
  return { n: BigInt(value), d: 1n }
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return ratio(a.n * b.d + b.n * a.d, a.d * b.d)
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return ratio(a.n * b.d - b.n * a.d, a.d * b.d)
}

export function times(a: Fraction, b: Fraction): Fraction {
  return ratio(a.n * b.n, a.d * b.d)
}

/** @throws RangeError when the divisor is zero */
export function over(a: Fraction, b: Fraction): Fraction {
  return ratio(a.n * b.d, a.d * b.n)
}

export function magnitude(a: Fraction): Fraction {
  return a.n < 0n ? { n: -a.n, d: a.d } : a
}

/** Negative when `a` is smaller, zero when both are the same number. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.n * b.d - b.n * a.d
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The decimal string, rounded half away from zero to so many places, without needless zeros. */
export function decimalOf({ n, d }: Fraction, places = 12): string {
  const factor = 10n ** BigInt(places)
  const doubled = (n < 0n ? -n : n) * factor * 2n + d
  const digits = String(doubled / (2n * d)).padStart(places + 1, '0')
  const cut = digits.length - places
  const decimals = digits.slice(cut).replace(/(?<!0)0+$/, '')
  const text = decimals ? `${digits.slice(0, cut)}.${decimals}` : digits.slice(0, cut)
  return n < 0n && text !== '0' ? `-${text}` : text
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b]
  return a === 0n ? 1n : a
}

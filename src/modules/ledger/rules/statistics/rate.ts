const PLACES = 10_000n

/** Numerator by denominator with at most four places, rounded half up, exact; null when there is nothing to divide by. */
export function rate(numerator: number, denominator: number): string | null {
  if (denominator === 0) return null
  const [part, whole] = [BigInt(numerator), BigInt(denominator)]
  const rounded = (2n * part * PLACES + whole) / (2n * whole)
  const digits = rounded.toString().padStart(5, '0')
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`.replace(/\.?0+$/, '')
}

const PLACES = 9

/** A share of a weight, both decimals of at most nine places, as per cent cut to two places; null without a weight. */
export function percentOf(share: string, weight: string): string | null {
  const [part, whole] = [parts(share), parts(weight)]
  if (whole === 0n) return null
  const hundredths = (part * 10_000n) / whole
  const digits = hundredths.toString().padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.?0+$/, '')
}

function parts(decimal: string): bigint {
  const [whole = '0', fraction = ''] = decimal.split('.')
  return BigInt(whole + fraction.padEnd(PLACES, '0'))
}

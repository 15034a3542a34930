import type { Scaled } from './column.ts'

/** Smaller numbers are written with an exponent. */
const MOST_SCALE = 6
const TEN_15 = 1e15
const POWERS = [1, 10, 100, 1000, 1e4, 1e5, 1e6] as const

/** The decimal string of a scaled value, without needless zeros: 12500 at scale 3 is `12.5`. */
export function formatScaled(value: Scaled, scale: number): string {
  if (scale === 0) return String(value)
  // Of at most 15 digits the quotient is the double next to the decimal, and its shortest text is that decimal.
  if (typeof value === 'number' && scale <= MOST_SCALE && value < TEN_15 && value > -TEN_15)
    return String(value / POWERS[scale]!)
  const isNegative = value < 0
  const digits = String(isNegative ? -value : value).padStart(scale + 1, '0')
  const whole = digits.slice(0, -scale)
  let end = digits.length
  while (end > digits.length - scale && digits.charCodeAt(end - 1) === 48) end--
  const fraction = digits.slice(digits.length - scale, end)
  return `${isNegative ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`
}

import type { Scaled } from './column.ts'

/** The decimal string of a scaled value, without needless zeros: 12500 at scale 3 is `12.5`. */
export function formatScaled(value: Scaled, scale: number): string {
  if (scale === 0) return String(value)
  const isNegative = value < 0
  const digits = String(isNegative ? -value : value).padStart(scale + 1, '0')
  const whole = digits.slice(0, -scale)
  let end = digits.length
  while (end > digits.length - scale && digits.charCodeAt(end - 1) === 48) end--
  const fraction = digits.slice(digits.length - scale, end)
  return `${isNegative ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`
}

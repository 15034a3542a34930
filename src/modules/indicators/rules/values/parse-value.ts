/** The most significant digits that a value may have: a double holds any 15, and no statistic has more. */
export const MOST_DIGITS = 15

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/

export type ParsedValue =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'refused'; readonly reason: 'not-a-number' | 'too-many-digits' }

/** A decimal string in its one canonical form, `-0012.50` as `-12.5`, or why it is none. */
export function parseValue(text: string): ParsedValue {
  const match = DECIMAL.exec(text.trim())
  if (!match) return { kind: 'refused', reason: 'not-a-number' }
  const whole = match[2]!.replace(/^0+(?=\d)/, '')
  const fraction = (match[3] ?? '').replace(/0+$/, '')
  const significant = `${whole}${fraction}`.replace(/^0+/, '')
  if (significant.length > MOST_DIGITS || fraction.length > MOST_DIGITS)
    return { kind: 'refused', reason: 'too-many-digits' }
  const value = fraction ? `${whole}.${fraction}` : whole
  return { kind: 'value', value: match[1] === '-' && significant !== '' ? `-${value}` : value }
}

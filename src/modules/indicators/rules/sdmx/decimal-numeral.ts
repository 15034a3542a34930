/** More significant digits than a spreadsheet keeps are refused rather than rounded. */
const MOST_DIGITS = 15

/** A decimal numeral of at most 15 significant digits and a sane exponent. */
export function isDecimal(text: string): boolean {
  const match = /^[+-]?(\d+(?:\.\d*)?|\.\d+)(?:[eE]([+-]?\d{1,2}))?$/.exec(text)
  if (!match) return false
  const digits = match[1]!.replace('.', '').replace(/^0+/, '').replace(/0+$/, '')
  return digits.length <= MOST_DIGITS && Math.abs(Number(match[2] ?? 0)) <= 20
}

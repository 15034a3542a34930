/** Multiplies a decimal numeral by a power of ten, exactly: `scaleDecimal('52.22', 8)` is `5222000000`. */
export function scaleDecimal(numeral: string, power: number): string {
  const [whole = '0', fraction = ''] = numeral.split('.')
  const digits = whole + fraction.padEnd(power, '0')
  const point = whole.length + power
  const integer = digits.slice(0, point).replace(/^0+(?=\d)/, '')
  const rest = digits.slice(point).replace(/0+$/, '')
  return rest ? `${integer}.${rest}` : integer
}

/** Divides two whole numbers into a decimal numeral of at most 16 digits: a third is `0.3333333333333333`. */
export function divide(numerator: number, denominator: number): string | null {
  return denominator === 0 ? null : String(numerator / denominator)
}

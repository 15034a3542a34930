import { decimalOf, fractionOf } from '../../../../../src/modules/indicators/rules/exact/fraction.ts'

/** A decimal rounded half away from zero to so many places, all of them written. */
export function rounded(decimal: string, places: number): string {
  return padded(decimalOf(fractionOf(decimal), places), places)
}

/** The same number with zeros up to so many places. */
export function padded(text: string, places: number): string {
  if (places === 0) return text
  const [whole = '0', decimals = ''] = text.split('.')
  return `${whole}.${decimals.padEnd(places, '0')}`
}

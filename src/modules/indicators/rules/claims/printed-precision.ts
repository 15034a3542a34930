import { compareFractions, type Fraction, fractionOf, ratio, times, whole } from '../exact/fraction.ts'
import { PREFIXES } from '../measure/unit-catalogue.ts'

/** How finely a number was printed. */
export interface Precision {
  /** One of the last printed place: 1.1万 is 1000, 94.0 is 0.1. */
  readonly unit: Fraction
  /** One of the last place that is not a zero, for 余 and 多: "60多" ends below 70, "1.1万余" below 1.2万. */
  readonly step: Fraction
}

/** 2800余万: the word for more may stand before the 万. */
const NUMERAL = /(\d+(?:,\d{3})*)(?:\.(\d+))?\s*[余多餘]?([十百千万亿萬億]*)/g

/**
 * The precision of a value whose 万 and 亿 were multiplied out: read from the sentence if the numeral stands there;
 * otherwise one or two guesses, the finer first, and the figure is judged by both. [REC] A number of five or more digits
 * that ends in two zeros or more may have been printed in 万.
 */
export function printedPrecisions(value: string, quote: readonly string[]): readonly Precision[] {
  const wanted = fractionOf(value)
  for (const text of quote) {
    for (const match of text.normalize('NFKC').matchAll(NUMERAL)) {
      // 3千瓦时 is three of a unit, 3千户 three thousand of another: what the statement's value says decides.
      const words = match[3]!.replaceAll('萬', '万').replaceAll('億', '亿')
      for (let length = words.length; length >= 0; length--) {
        const found = readNumeral(match, words.slice(0, length))
        if (found && compareFractions(found.value, wanted) === 0) return [found.precision]
      }
    }
  }
  const fine = ofDecimal(value)
  const zeros = value.includes('.') ? 0 : /(?<!0)0*$/.exec(value.replace('-', ''))![0].length
  const isLarge = value.replace('-', '').length >= 5
  if (!isLarge || zeros < 2) return [fine]
  const power = zeros >= 8 ? 8 : zeros >= 4 ? 4 : zeros
  return [fine, { unit: whole(10n ** BigInt(power)), step: fine.step }]
}

/** The precision of a decimal as it stands, `7.38`. */
export function ofDecimal(decimal: string): Precision {
  const [digits = '', decimals = ''] = decimal.replace('-', '').split('.')
  return precisionOf(digits, decimals, whole(1))
}

function readNumeral([, digits = '', decimals = '']: RegExpExecArray, words: string) {
  const prefix = words === '' ? { power: 0 } : PREFIXES.find(({ text }) => text === words)
  if (!prefix) return undefined
  const factor = whole(10n ** BigInt(prefix.power))
  const plain = digits.replaceAll(',', '')
  const value = times(fractionOf(decimals ? `${plain}.${decimals}` : plain), factor)
  return { value, precision: precisionOf(plain, decimals, factor) }
}

function precisionOf(digits: string, decimals: string, factor: Fraction): Precision {
  const unit = times(ratio(1n, 10n ** BigInt(decimals.length)), factor)
  const zeros = /0*$/.exec(digits + decimals)![0].length
  return {
    unit,
    step: zeros === (digits + decimals).length ? unit : times(unit, whole(10n ** BigInt(zeros))),
  }
}

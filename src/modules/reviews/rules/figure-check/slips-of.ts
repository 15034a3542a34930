import { fractionOf, times, whole } from '../../../indicators/index.ts'
import type { Figure } from './figure.ts'
import type { Cause } from './finding.ts'

/** The figures that one slip of this cause turns into the printed one. */
export function slipsOf(figure: Figure, cause: Cause): Figure[] {
  if (cause === 'ten-thousand')
    return figure.kind === 'count' ? [4, -4, 8, -8].flatMap((by) => rescaled(figure, by)) : []
  if (cause === 'decimal-point') return [1, -1, 2, -2].flatMap((by) => moved(figure, by))
  const { numeral } = figure
  const digits = [...numeral].flatMap((character, i) => (/\d/.test(character) ? [i] : []))
  if (cause === 'digits-swapped')
    return digits.slice(1).flatMap((at, i) => {
      const before = digits[i]!
      if (numeral[at] === numeral[before]) return []
      return withNumeral(figure, replaced(replaced(numeral, at, numeral[before]!), before, numeral[at]!))
    })
  return digits.flatMap((at) =>
    [...'0123456789'].flatMap((digit) =>
      digit === numeral[at] ? [] : withNumeral(figure, replaced(numeral, at, digit)),
    ),
  )
}

function rescaled(figure: Figure, by: number): Figure[] {
  const scale = figure.scale + by
  if (scale < 0 || scale > 12) return []
  const factor = whole(10n ** BigInt(Math.abs(by)))
  const change = by > 0 ? factor : { n: 1n, d: factor.n }
  return [
    { ...figure, scale, value: times(figure.value, change), tolerance: times(figure.tolerance, change) },
  ]
}

function moved(figure: Figure, by: number): Figure[] {
  const [whole_ = '', fraction = ''] = figure.numeral.replace('-', '').split('.')
  const digits = whole_ + fraction
  const point = whole_.length + by
  if (point < 1 || (by > 0 && point > digits.length + 2) || fraction.length - by > 6) return []
  const padded = digits.padEnd(point, '0')
  const moved =
    padded.slice(0, point).replace(/^0+(?=\d)/, '') +
    (isWhole(padded.slice(point)) ? '' : `.${padded.slice(point)}`)
  const change = by > 0 ? whole(10 ** by) : { n: 1n, d: BigInt(10 ** -by) }
  const sign = figure.numeral.startsWith('-') ? '-' : ''
  return [
    {
      ...figure,
      numeral: sign + moved,
      value: times(figure.value, change),
      tolerance: times(figure.tolerance, change),
    },
  ]
}

function isWhole(fraction: string): boolean {
  return /^0*$/.test(fraction)
}

function withNumeral(figure: Figure, numeral: string): Figure[] {
  if (/^-?0\d/.test(numeral)) return []
  return [{ ...figure, numeral, value: times(fractionOf(numeral), whole(10n ** BigInt(figure.scale))) }]
}

function replaced(text: string, at: number, character: string): string {
  return text.slice(0, at) + character + text.slice(at + 1)
}

import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  compareFractions,
  decimalOf,
  fractionOf,
  minus,
  over,
  plus,
  ratio,
  times,
  whole,
} from './fraction.ts'

const big = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n })
const fraction = fc
  .tuple(
    big,
    big.filter((d) => d !== 0n),
  )
  .map(([n, d]) => ratio(n, d))

it('reads and writes decimals without loss', () => {
  for (const text of ['0', '12.5', '-0.001', '83.63', '-7', '123456789012345.678901'])
    expect(decimalOf(fractionOf(text))).toBe(text)
  expect(() => fractionOf('1,5')).toThrow(RangeError)
  expect(() => ratio(1n, 0n)).toThrow(RangeError)
})

it.each([
  ['0.125', 2, '0.13'],
  ['-0.125', 2, '-0.13'],
  ['0.1249999', 2, '0.12'],
  ['-0.004', 2, '0'],
  ['99.995', 2, '100'],
  ['7', 0, '7'],
])('rounds %s to %i places half away from zero: %s', (text, places, rounded) => {
  expect(decimalOf(fractionOf(text), places)).toBe(rounded)
})

it('is a field: what was added, taken away, multiplied or divided comes back', () => {
  fc.assert(
    fc.property(fraction, fraction, (a, b) => {
      expect(minus(plus(a, b), b)).toEqual(a)
      if (b.n !== 0n) expect(over(times(a, b), b)).toEqual(a)
      expect(Math.sign(compareFractions(a, b))).toBe(-Math.sign(compareFractions(b, a)))
      expect(compareFractions(plus(a, whole(1)), a)).toBe(1)
    }),
  )
})

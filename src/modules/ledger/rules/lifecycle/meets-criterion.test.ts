import fc from 'fast-check'
import { expect, it } from 'vitest'
import { meetsCriterion } from './meets-criterion.ts'

const criterion = (direction: 'at-least' | 'at-most' | 'equal', target: string) => ({
  indicator: '完好率',
  unitOfMeasure: '%',
  direction,
  target,
})

it.each([
  ['at-least', '99.5', '99.50', true],
  ['at-least', '99.5', '99.499999', false],
  ['at-most', '-0.5', '-0.500001', true],
  ['at-most', '-0.5', '-0.4', false],
  ['equal', '0.3', '0.300000', true],
  // Both are the same number in floating point.
  ['equal', '999999999999999.000001', '999999999999999.000002', false],
] as const)('%s %s is met by %s: %s', (direction, target, value, isMet) => {
  expect(meetsCriterion(criterion(direction, target), value)).toBe(isMet)
})

it('agrees with whole millionths, however they are written', () => {
  const millionths = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n })
  fc.assert(
    fc.property(millionths, millionths, (a, b) => {
      const [target, value] = [written(a), written(b)]
      expect(meetsCriterion(criterion('at-least', target), value)).toBe(b >= a)
      expect(meetsCriterion(criterion('at-most', target), value)).toBe(b <= a)
      expect(meetsCriterion(criterion('equal', target), value)).toBe(b === a)
    }),
  )
})

function written(millionths: bigint): string {
  const digits = (millionths < 0n ? -millionths : millionths).toString().padStart(7, '0')
  const fraction = digits.slice(-6).replace(/0+$/, '')
  return `${millionths < 0n ? '-' : ''}${digits.slice(0, -6)}${fraction && `.${fraction}`}`
}

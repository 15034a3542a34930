import { expect, test } from 'vitest'
import { rate } from './rate.ts'

test.each([
  [423, 450, '0.94'],
  [1, 3, '0.3333'],
  [2, 3, '0.6667'],
  [1, 16, '0.0625'],
  [1, 20_000, '0.0001'],
  [1, 20_001, '0'],
  [7, 7, '1'],
  [0, 7, '0'],
  [9_007_199_254_740_991, 9_007_199_254_740_991, '1'],
  [3, 2, '1.5'],
])('%i of %i is %s', (numerator, denominator, expected) => {
  expect(rate(numerator, denominator)).toBe(expected)
})

test('of nothing there is no share', () => {
  expect(rate(0, 0)).toBe(null)
})

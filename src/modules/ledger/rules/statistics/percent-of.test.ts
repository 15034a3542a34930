import { expect, test } from 'vitest'
import { percentOf } from './percent-of.ts'

test.each([
  ['0.5', '1', '50'],
  ['1', '3', '33.33'],
  ['2.000000001', '3', '66.66'],
  ['0', '12.5', '0'],
  ['0.000000001', '1', '0'],
  ['12.5', '12.5', '100'],
])('%s of %s is %s per cent', (share, weight, expected) => {
  expect(percentOf(share, weight)).toBe(expected)
})

test('of no weight there is no share', () => {
  expect(percentOf('0', '0')).toBe(null)
})

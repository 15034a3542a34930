import { describe, expect, test } from 'vitest'
import { divide, scaleDecimal } from './decimal.ts'

describe('scaleDecimal', () => {
  test.each([
    ['52.22', 8, '5222000000'],
    ['4.5', 4, '45000'],
    ['0.03', 4, '300'],
    ['1.23456', 4, '12345.6'],
    ['120', 0, '120'],
    ['3', 12, '3000000000000'],
  ])('%s by 10^%i is %s', (numeral, power, expected) => {
    expect(scaleDecimal(numeral, power)).toBe(expected)
  })
})

test('a fraction becomes a decimal, and nothing is divided by zero', () => {
  expect(divide(1, 4)).toBe('0.25')
  expect(divide(1, 3)).toBe('0.3333333333333333')
  expect(divide(1, 0)).toBeNull()
})

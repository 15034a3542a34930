import { expect, test } from 'vitest'
import { elapsed } from './elapsed.ts'

test('on 30 June half of the year and the whole quarter have passed', () => {
  expect(elapsed('2023-06-30')).toEqual({ year: { passed: 181, of: 365 }, quarter: { passed: 91, of: 91 } })
})

test('on the first day one day has passed, also of a leap year', () => {
  expect(elapsed('2024-01-01')).toEqual({ year: { passed: 1, of: 366 }, quarter: { passed: 1, of: 91 } })
})

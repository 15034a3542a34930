import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween } from './day.ts'
import { dateOf, dayNumber, dayOfMonth, dayOfNumber, monthOf, yearOf } from './day-number.ts'

test.each([
  ['1970-01-01', 0],
  ['1969-12-31', -1],
  ['2000-02-29', 11_016],
  ['2024-03-01', 19_783],
])('%s is day %i', (day, number) => {
  expect(dayNumber(day)).toBe(number)
  expect(dayOfNumber(number)).toBe(day)
})

test('numbers count as days do, over leap years and centuries', () => {
  fc.assert(
    fc.property(fc.integer({ min: -200_000, max: 200_000 }), (count) => {
      const day = addDays('2024-02-29', count)
      expect(dayNumber(day) - dayNumber('2024-02-29')).toBe(daysBetween('2024-02-29', day))
      expect(dayOfNumber(dayNumber(day))).toBe(day)
      expect(Object.values(dateOf(dayNumber(day)))).toEqual(day.split('-').map(Number))
      expect([yearOf(day), monthOf(day), dayOfMonth(day)]).toEqual(day.split('-').map(Number))
    }),
  )
})

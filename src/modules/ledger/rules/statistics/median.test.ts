import fc from 'fast-check'
import { expect, test } from 'vitest'
import { median } from './median.ts'

test('an odd number has one in the middle, an even one the mean of two', () => {
  expect(
    median([
      { days: 9, count: 1 },
      { days: 2, count: 2 },
    ]),
  ).toEqual({ days: '2', count: 3 })
  expect(
    median([
      { days: 3, count: 2 },
      { days: 2, count: 2 },
    ]),
  ).toEqual({ days: '2.5', count: 4 })
  expect(median([])).toEqual({ days: null, count: 0 })
})

test('is the one of the days written out', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5, max: 400 }), { minLength: 1, maxLength: 60 }), (days) => {
      const takings = [...Map.groupBy(days, (day) => day)].map(([day, all]) => ({
        days: day,
        count: all.length,
      }))
      const sorted = days.toSorted((a, b) => a - b)
      const [low, high] = [sorted[Math.ceil(days.length / 2) - 1]!, sorted[Math.floor(days.length / 2)]!]
      expect(median(takings)).toEqual({ days: String((low + high) / 2), count: days.length })
    }),
  )
})

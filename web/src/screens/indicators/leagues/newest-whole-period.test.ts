import { expect, it } from 'vitest'
import { newestWholePeriod } from './newest-whole-period.ts'

it('opens a league on the newest period that the values cover to its end', () => {
  expect(newestWholePeriod('2023-09-30', 'quarter')).toBe('2023Q3')
  expect(newestWholePeriod('2023-08-31', 'quarter')).toBe('2023Q2')
  expect(newestWholePeriod('2023-02-28', 'year')).toBe('2022')
  expect(newestWholePeriod('2023-02-28', 'month')).toBe('2023-02')
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../../../kernel/day.ts'
import { nextReportOn } from './next-report-on.ts'

test.each([
  ['none', '2024-03-12', null, null],
  ['weekly', '2024-03-12', null, '2024-03-17'],
  ['weekly', '2024-03-17', null, '2024-03-24'],
  ['weekly', '2024-03-12', '2024-03-15', '2024-03-24'],
  ['ten-days', '2024-03-12', null, '2024-03-20'],
  ['ten-days', '2024-02-20', null, '2024-02-29'],
  ['ten-days', '2024-02-12', '2024-02-20', '2024-02-29'],
  ['monthly', '2024-03-12', null, '2024-04-05'],
  ['monthly', '2024-03-31', null, '2024-05-05'],
  ['monthly', '2024-03-12', '2024-03-28', '2024-05-05'],
  ['monthly', '2024-03-12', '2024-04-03', '2024-05-05'],
  ['monthly', '2024-03-12', '2024-04-05', '2024-05-05'],
  ['monthly', '2024-03-12', '2024-04-06', '2024-06-05'],
  ['monthly', '2024-03-02', '2024-03-04', '2024-04-05'],
  ['monthly', '2024-03-02', '2024-03-06', '2024-05-05'],
  ['quarterly', '2024-02-12', null, '2024-04-05'],
  ['quarterly', '2024-02-12', '2024-12-30', '2025-04-05'],
] as const)('%s since %s, last reported %s: by %s', (frequency, since, lastReportedOn, by) => {
  expect(nextReportOn(frequency, { since, lastReportedOn })).toBe(by)
})

test('the days after a period are a setting', () => {
  const schedule = { weekly: 1, 'ten-days': 2, monthly: 0, quarterly: 10 }
  const by = (frequency: keyof typeof schedule) =>
    nextReportOn(frequency, { since: '2024-03-12', lastReportedOn: null, schedule })
  expect(by('weekly')).toBe('2024-03-18')
  expect(by('ten-days')).toBe('2024-03-22')
  expect(by('monthly')).toBe('2024-03-31')
  expect(by('quarterly')).toBe('2024-04-10')
})

test('a report made by its day moves the next one on, and no report moves it back', () => {
  const days = fc.nat(4000).map((count) => addDays('2020-01-01', count))
  const frequencies = fc.constantFrom('weekly', 'ten-days', 'monthly', 'quarterly')
  fc.assert(
    fc.property(frequencies, days, fc.nat(500), (frequency, since, later) => {
      const first = nextReportOn(frequency, { since, lastReportedOn: null })!
      expect(first > since).toBe(true)
      expect(nextReportOn(frequency, { since, lastReportedOn: first })! > first).toBe(true)
      const reportedOn = addDays(since, later)
      const next = nextReportOn(frequency, { since, lastReportedOn: reportedOn })!
      expect(next >= first && next > reportedOn).toBe(true)
    }),
  )
})

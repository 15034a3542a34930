import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays } from '../../../../kernel/day.ts'
import { makeCalendar, workingDaysBetween } from '../../../../kernel/working-calendar.ts'
import { readNationalCalendar } from '../../../../kernel/working-calendar-pack.ts'
import { dueDay } from './due-day.ts'
import type { Limit } from './limit.ts'
import { limitDefaults } from './limit-defaults.ts'

const calendar = makeCalendar({ national: readNationalCalendar() })
const at = (text: string) => ({ day: text.slice(0, 10), time: text.slice(11) })
const limit = (count: number, unit: Limit['unit'], rest: Partial<Limit> = {}): Limit => ({
  count,
  unit,
  dayZero: 'next-day',
  cutoff: null,
  ...rest,
})

describe('working days', () => {
  const cutoff = '17:30'
  it.each([
    ['in the morning', '2024-03-12 09:00', 1, '2024-03-13'],
    ['at the last minute', '2024-03-12 17:30', 1, '2024-03-13'],
    ['a minute late', '2024-03-12 17:31', 1, '2024-03-14'],
    ['late on a Friday', '2024-03-15 18:00', 1, '2024-03-19'],
    ['on a Saturday', '2024-03-16 09:00', 1, '2024-03-19'],
    ['on a make-up Saturday', '2024-09-14 09:00', 1, '2024-09-18'],
    ['in the Spring Festival', '2024-02-12 09:00', 1, '2024-02-19'],
    ['on the last working day of a year, late', '2025-12-31 18:00', 1, '2026-01-05'],
  ])('received %s', (_, received, count, due) => {
    expect(dueDay(limit(count, 'working', { cutoff }), at(received), calendar)).toBe(due)
  })

  it('without a cutoff the hour does not matter, and a day off is a day of receipt', () => {
    expect(dueDay(limit(1, 'working'), at('2024-03-15 23:59'), calendar)).toBe('2024-03-18')
    expect(dueDay(limit(1, 'working'), at('2024-03-16 09:00'), calendar)).toBe('2024-03-18')
  })

  it('with the day of receipt counted, one working day ends on it', () => {
    const sameDay = { dayZero: 'same-day' } as const
    expect(dueDay(limit(1, 'working', sameDay), at('2024-03-15 09:00'), calendar)).toBe('2024-03-15')
    expect(dueDay(limit(1, 'working', sameDay), at('2024-03-16 09:00'), calendar)).toBe('2024-03-18')
    expect(dueDay(limit(2, 'working', { ...sameDay, cutoff }), at('2024-03-15 18:00'), calendar)).toBe(
      '2024-03-19',
    )
  })

  it('exactly so many lie after the day of receipt', () => {
    const days = fc.nat(6000).map((count) => addDays('2008-01-01', count))
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 200 }), (day, count) => {
        const due = dueDay(limit(count, 'working'), { day, time: '23:00' }, calendar)
        expect(workingDaysBetween(calendar, day, due)).toBe(count)
        expect(calendar.isWorkingDay(due)).toBe(true)
      }),
    )
  })

  it('are refused where the calendar ends', () => {
    expect(() => dueDay(limit(30, 'working'), at('2026-12-01 09:00'), calendar)).toThrow(
      /calendar-year-missing.*2027/,
    )
  })
})

describe('natural days and months', () => {
  it.each([
    ['30 days', limit(30, 'natural'), '2024-02-01 23:00', '2024-03-02'],
    [
      '30 days, the first counted',
      limit(30, 'natural', { dayZero: 'same-day' }),
      '2024-02-01 23:00',
      '2024-03-01',
    ],
    [
      '3 days from a Saturday, with a cutoff',
      limit(3, 'natural', { cutoff: '17:30' }),
      '2024-03-16 09:00',
      '2024-03-21',
    ],
    ['a month', limit(1, 'month'), '2024-03-15 09:00', '2024-04-15'],
    [
      'a month, the first day counted',
      limit(1, 'month', { dayZero: 'same-day' }),
      '2024-03-01 09:00',
      '2024-03-31',
    ],
    ['a month where the date is missing', limit(1, 'month'), '2024-01-31 09:00', '2024-02-29'],
    [
      'the same, the first day counted',
      limit(1, 'month', { dayZero: 'same-day' }),
      '2024-01-31 09:00',
      '2024-02-29',
    ],
    ['twelve months', limit(12, 'month'), '2024-02-29 09:00', '2025-02-28'],
    ['two months over the end of a year', limit(2, 'month'), '2024-11-30 09:00', '2025-01-30'],
    ['natural days beyond the calendar', limit(30, 'natural'), '2030-12-15 09:00', '2031-01-14'],
  ])('%s', (_, rule, received, due) => {
    expect(dueDay(rule, at(received), calendar)).toBe(due)
  })
})

test.each([
  ['document', '2024-04-18'],
  ['minutes', '2024-04-08'],
  ['instruction-urgent', '2024-03-24'],
  ['instruction', '2024-04-03'],
  ['meeting-decision', '2024-04-30'],
  ['completion-report', '2024-03-26'],
  ['13710-deploy', '2024-03-20'],
  ['13710-feedback', '2024-03-22'],
  ['13710-solve', '2024-03-26'],
  ['13710-complex', '2024-04-19'],
  ['sign', '2024-03-20'],
  ['first-feedback', '2024-03-22'],
] as const)('by default "%s" received on 19 March 2024 is due on %s', (key, due) => {
  expect(dueDay(limitDefaults[key].limit, at('2024-03-19 10:00'), calendar)).toBe(due)
})

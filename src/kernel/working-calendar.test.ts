import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays, type Day } from './day.ts'
import { addWorkingDays, makeCalendar, workingDaysBetween } from './working-calendar.ts'
import { readNationalCalendar } from './working-calendar-pack.ts'

const national = readNationalCalendar()
const calendar = makeCalendar({ national })
const day = fc.nat(7_000).map((count) => addDays('2005-06-01', count))
const workday = day.filter((text) => calendar.isWorkingDay(text))

/** The same question answered day by day. */
function count(from: Day, to: Day): number {
  let found = 0
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (calendar.isWorkingDay(at)) found += 1
  return found
}

describe('adding working days', () => {
  it.each([
    ['over a week end', '2024-03-15', 1, '2024-03-18'],
    ['over the Spring Festival', '2024-02-09', 1, '2024-02-18'],
    ['onto a make-up Sunday', '2024-09-28', 1, '2024-09-29'],
    ['over the National Day', '2024-09-30', 1, '2024-10-08'],
    ['over the end of a year', '2025-12-31', 1, '2026-01-04'],
    ['back over the end of a year', '2026-01-04', -1, '2025-12-31'],
    ['from a day off', '2024-10-03', 1, '2024-10-08'],
    ['back from a day off', '2024-10-03', -1, '2024-09-30'],
    ['none', '2024-10-03', 0, '2024-10-03'],
    ['over two years', '2022-12-30', 500, '2024-12-31'],
  ])('%s: %s %i is %s', (_, from, n, to) => {
    expect(addWorkingDays(calendar, from, n)).toBe(to)
  })

  it('is undone by taking them away', () => {
    fc.assert(
      fc.property(workday, fc.integer({ min: -300, max: 300 }), (from, n) => {
        const to = addWorkingDays(calendar, from, n)
        expect(addWorkingDays(calendar, to, -n)).toBe(from)
        expect(workingDaysBetween(calendar, from, to)).toBe(n)
      }),
    )
  })

  it('ends on a working day with exactly that many counted one by one', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 300 }), (from, n) => {
        const to = addWorkingDays(calendar, from, n)
        expect(calendar.isWorkingDay(to)).toBe(true)
        expect(count(from, to)).toBe(n)
      }),
    )
  })

  it('in two steps is the same as in one', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 150 }), fc.integer({ min: 1, max: 150 }), (from, a, b) => {
        expect(addWorkingDays(calendar, addWorkingDays(calendar, from, a), b)).toBe(
          addWorkingDays(calendar, from, a + b),
        )
      }),
    )
  })
})

test('working days between add up, and turn their sign with the direction', () => {
  fc.assert(
    fc.property(day, day, day, (a, b, c) => {
      const between = (from: Day, to: Day) => workingDaysBetween(calendar, from, to)
      expect(between(a, b) + between(b, c)).toBe(between(a, c))
      expect(between(a, b)).toBe(0 - between(b, a))
    }),
  )
})

describe('a year without data', () => {
  it.each([
    ['asking for a day', () => calendar.isWorkingDay('2027-03-01')],
    ['a deadline that falls in it', () => addWorkingDays(calendar, '2026-12-31', 1)],
    ['counting back into it', () => addWorkingDays(calendar, '2004-01-02', -1)],
    ['counting to it', () => workingDaysBetween(calendar, '2026-12-01', '2027-01-10')],
    ['counting nothing in it', () => addWorkingDays(calendar, '2027-03-01', 0)],
  ])('is refused when %s', (_, ask) => {
    expect(ask).toThrow(/kernel\.calendar-year-missing/)
  })

  it('is still unknown after one local day in it', () => {
    const overrides = [{ day: '2027-03-01', isWorkingDay: false, reason: '台风停工' }]
    expect(makeCalendar({ national, overrides }).knows(2027)).toBe(false)
  })

  it('is known once somebody states that the local days complete it', () => {
    const off = ['2027-01-01', '2027-10-01', '2027-10-04', '2027-10-05', '2027-10-06', '2027-10-07']
    const overrides = [
      ...off.map((day) => ({ day, isWorkingDay: false, reason: '放假' })),
      { day: '2027-10-09', isWorkingDay: true, reason: '调休' },
    ]
    const completed = makeCalendar({ national, overrides, completedYears: [2027] })
    expect(completed.knows(2027)).toBe(true)
    expect(addWorkingDays(completed, '2026-12-31', 1)).toBe('2027-01-04')
    expect(addWorkingDays(completed, '2027-09-30', 2)).toBe('2027-10-09')
  })

  it('is not complete while a day that every year has off is worked in it, and breaks no other year', () => {
    const claimed = makeCalendar({ national, completedYears: [2027] })
    expect(() => claimed.year(2027)).toThrow(/kernel\.calendar-year-incomplete.*"2027-01-01","2027-10-01"/)
    expect(addWorkingDays(claimed, '2026-09-30', 1)).toBe('2026-10-08')
  })
})

test('a local day goes above the national one, in both directions', () => {
  const local = makeCalendar({
    national,
    overrides: [
      { day: '2024-07-26', isWorkingDay: false, reason: '台风停工' },
      { day: '2024-10-06', isWorkingDay: true, reason: '值守' },
    ],
  })
  expect(addWorkingDays(local, '2024-07-25', 1)).toBe('2024-07-29')
  expect(addWorkingDays(local, '2024-09-30', 1)).toBe('2024-10-06')
})

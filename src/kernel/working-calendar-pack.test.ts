import { expect, test } from 'vitest'
import { makeCalendar, workingDaysBetween } from './working-calendar.ts'
import { readNationalCalendar } from './working-calendar-pack.ts'

const national = readNationalCalendar()
const calendar = makeCalendar({ national })

// DOMAIN.md 11.6, compared there with the State Council's announcements.
test.each([
  [2021, '02-07 02-20 04-25 05-08 09-18 09-26 10-09'],
  [2024, '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12'],
  [2025, '01-26 02-08 04-27 09-28 10-11'],
  [2026, '01-04 02-14 02-28 05-09 09-20 10-10'],
])('the make-up days of %i are those announced, and they are worked', (year, days) => {
  expect(national.years[year]!.makeUpDays.join(' ')).toBe(days)
  for (const day of days.split(' ')) expect(calendar.isWorkingDay(`${year}-${day}`)).toBe(true)
})

test('the years from 2004 to 2026 are known, each with its fixed days off and 246 to 254 working days', () => {
  const years = Object.keys(national.years).map(Number)
  expect(years).toEqual(Array.from({ length: 23 }, (_, at) => 2004 + at))
  for (const year of years) {
    for (const day of national.fixedDaysOff) expect(calendar.isWorkingDay(`${year}-${day}`)).toBe(false)
    expect(calendar.year(year).workingDays.length).toBeGreaterThanOrEqual(246)
    expect(calendar.year(year).workingDays.length).toBeLessThanOrEqual(254)
  }
})

test('the Spring Festival of 2024 has eight days off, and the Sundays around it are worked', () => {
  expect(workingDaysBetween(calendar, '2024-02-09', '2024-02-17')).toBe(0)
  expect(calendar.isWorkingDay('2024-02-09')).toBe(true)
  expect(workingDaysBetween(calendar, '2024-02-03', '2024-02-09')).toBe(6)
  expect(workingDaysBetween(calendar, '2024-02-17', '2024-02-24')).toBe(6)
})

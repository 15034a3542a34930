import { expect, test } from 'vitest'
import { yearMonths } from './year-days.ts'

const national = {
  year: 2024,
  holidays: [{ name: '国庆节', days: ['2024-10-01', '2024-10-07'] }],
  makeUpDays: ['2024-09-29'],
}
const kindOn = (day: string, local: Parameters<typeof yearMonths>[1] = []) =>
  yearMonths(national, local)
    .flatMap(({ weeks }) => weeks.flat())
    .find((each) => each?.day === day)

test('every day of a leap year is there once, each week from Monday', () => {
  const months = yearMonths(national, [])
  const days = months.flatMap(({ weeks }) => weeks.flat()).filter((day) => day !== null)
  expect(days).toHaveLength(366)
  expect(new Set(days.map(({ day }) => day)).size).toBe(366)
  for (const { weeks } of months) for (const week of weeks) expect(week).toHaveLength(7)
  // 1 April 2024 was a Monday, 1 September a Sunday.
  expect(months[3]!.weeks[0]![0]!.day).toBe('2024-04-01')
  expect(months[8]!.weeks[0]![6]!.day).toBe('2024-09-01')
})

test('weekends, holidays, make-up days, and local days above them all', () => {
  expect(kindOn('2024-10-01')).toMatchObject({ kind: 'holiday', note: '国庆节' })
  expect(kindOn('2024-09-29')).toMatchObject({ kind: 'make-up' })
  expect(kindOn('2024-10-06')).toMatchObject({ kind: 'weekend' })
  expect(kindOn('2024-10-08')).toMatchObject({ kind: 'work' })
  const local = { day: '2024-10-01', isWorkingDay: true, reason: '值守', document: '' }
  expect(kindOn('2024-10-01', [local])).toMatchObject({ kind: 'local-work', note: '值守' })
  expect(kindOn('2024-10-08', [{ ...local, day: '2024-10-08', isWorkingDay: false }])).toMatchObject({
    kind: 'local-off',
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeCalendar } from '../../../kernel/working-calendar.ts'
import { readNationalCalendar } from '../../../kernel/working-calendar-pack.ts'
import { digestTime, sendingTime } from './sending-time.ts'

const calendar = makeCalendar({ national: readNationalCalendar() })
const hours = { from: '08:30', until: '17:30' }
const at = (text: string) => ({ day: text.slice(0, 10), time: text.slice(11) })

describe('a mail goes out', () => {
  it.each([
    ['2024-04-10 10:00', 'now'],
    ['2024-04-10 08:30', 'now'],
    ['2024-04-10 17:30', '2024-04-11 08:30'],
    ['2024-04-10 07:59', '2024-04-10 08:30'],
    // Friday evening: Monday.
    ['2024-04-12 20:00', '2024-04-15 08:30'],
    // 清明 2024-04-04 to 04-06 off, Sunday 04-07 worked in exchange.
    ['2024-04-04 10:00', '2024-04-07 08:30'],
    ['2024-04-07 10:00', 'now'],
    // National Day 2024-10-01 to 10-07.
    ['2024-09-30 18:00', '2024-10-08 08:30'],
    // A year without a decision: Monday to Friday.
    ['2099-01-03 10:00', '2099-01-05 08:30'],
  ])('asked for at %s: %s', (now, expected) => {
    const found = sendingTime(at(now), hours, calendar)
    expect(found === 'now' ? 'now' : `${found.day} ${found.time}`).toBe(expected)
  })

  it('never outside the hours or on a day off, whenever it is asked', () => {
    const minute = fc.record({
      day: fc
        .integer({ min: 0, max: 700 })
        .map((n) => new Date(Date.UTC(2023, 0, 5 + n)).toISOString().slice(0, 10)),
      time: fc.integer({ min: 0, max: 1439 }).map((n) => new Date(n * 60_000).toISOString().slice(11, 16)),
    })
    fc.assert(
      fc.property(minute, (now) => {
        const found = sendingTime(now, hours, calendar)
        const sent = found === 'now' ? now : found
        expect(calendar.isWorkingDay(sent.day)).toBe(true)
        expect(sent.time >= hours.from && sent.time < hours.until).toBe(true)
        expect(`${sent.day} ${sent.time}` >= `${now.day} ${now.time}`).toBe(true)
      }),
    )
  })
})

describe('the daily mail goes out', () => {
  it.each([
    // Arrived in the morning: the next working morning.
    ['2024-04-10 10:00', '2024-04-10 10:00', false, '2024-04-11 08:30'],
    // Arrived in the night: this morning.
    ['2024-04-10 02:00', '2024-04-10 02:00', false, '2024-04-10 08:30'],
    ['2024-04-10 08:30', '2024-04-10 02:00', false, 'now'],
    ['2024-04-11 08:30', '2024-04-10 10:00', false, 'now'],
    // The server slept over the morning: as soon as it may.
    ['2024-04-11 16:00', '2024-04-10 10:00', false, 'now'],
    ['2024-04-11 19:00', '2024-04-10 10:00', false, '2024-04-12 08:30'],
    // Once a day.
    ['2024-04-11 09:00', '2024-04-10 10:00', true, '2024-04-12 08:30'],
    // Saturday's message: Monday.
    ['2024-04-13 09:00', '2024-04-13 09:00', false, '2024-04-15 08:30'],
  ])('at %s, oldest from %s, done today %s: %s', (now, oldest, isDoneToday, expected) => {
    const found = digestTime({ now: at(now), oldest: at(oldest), isDoneToday }, hours, calendar)
    expect(found === 'now' ? 'now' : `${found.day} ${found.time}`).toBe(expected)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fixedClock } from './clock.ts'
import { addDays, dayOf, daysBetween, isDay } from './day.ts'

describe('a day', () => {
  it('is a day in Asia/Shanghai: 16:00 UTC is already tomorrow', () => {
    expect(dayOf(new Date('2024-03-31T15:59:59Z'), 'Asia/Shanghai')).toBe('2024-03-31')
    expect(dayOf(new Date('2024-03-31T16:00:00Z'), 'Asia/Shanghai')).toBe('2024-04-01')
    expect(fixedClock('2024-03-31T16:00:00Z').today()).toBe('2024-04-01')
    expect(fixedClock('2024-03-31T16:00:00Z', 'UTC').today()).toBe('2024-03-31')
  })

  it.each(['2024-02-30', '2023-02-29', '2024-13-01', '2024-00-10', '2024-1-1', 'today'])(
    '%s is none',
    (text) => {
      expect(isDay(text)).toBe(false)
    },
  )

  it('counts days back and forth', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 40_000 }), (count) => {
        const day = addDays('2024-02-29', count)
        expect(isDay(day)).toBe(true)
        expect(daysBetween('2024-02-29', day)).toBe(count)
      }),
    )
  })
})

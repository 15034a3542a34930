import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatPeriod, parsePeriod, periodEnd, quarterOf } from './period.ts'

describe('a period', () => {
  it('covers the months it names', () => {
    expect(parsePeriod('2024')).toEqual({ from: { year: 2024, month: 1 }, to: { year: 2024, month: 12 } })
    expect(parsePeriod('2023-01/2023-11')).toEqual({
      from: { year: 2023, month: 1 },
      to: { year: 2023, month: 11 },
    })
    expect(parsePeriod('2024Q2')).toEqual({ from: { year: 2024, month: 4 }, to: { year: 2024, month: 6 } })
  })

  it.each(['', '24', '2024-13', '2024-00', '2024-05/2024-04', '2024Q5', '2024-1'])('refuses %j', (text) => {
    expect(parsePeriod(text)).toBeUndefined()
  })

  it('reads what it writes', () => {
    const month = fc.record({
      year: fc.integer({ min: 1949, max: 2100 }),
      month: fc.integer({ min: 1, max: 12 }),
    })
    fc.assert(
      fc.property(month, month, (a, b) => {
        const [from, to] = a.year * 12 + a.month <= b.year * 12 + b.month ? [a, b] : [b, a]
        expect(parsePeriod(formatPeriod({ from, to }))).toEqual({ from, to })
      }),
    )
  })

  it('ends on the last day of its last month, leap years too', () => {
    expect(periodEnd(parsePeriod('2024-02')!)).toBe('2024-02-29')
    expect(periodEnd(parsePeriod('2023-01/2023-11')!)).toBe('2023-11-30')
  })

  it('knows the quarter of a day', () => {
    expect(quarterOf('2024-03-31')).toBe('2024Q1')
    expect(quarterOf('2024-04-01')).toBe('2024Q2')
  })
})

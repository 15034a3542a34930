import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../../kernel/day.ts'
import { makeCalendar } from '../../../../kernel/working-calendar.ts'
import { readNationalCalendar } from '../../../../kernel/working-calendar-pack.ts'
import { decimalOf, type Fraction } from '../exact/fraction.ts'
import { expectedShare, type ShareQuestion } from './expected-share.ts'
import type { PacePath } from './pace-path.ts'
import type { FormerYear } from './seasonal-share.ts'

const calendar = makeCalendar({ national: readNationalCalendar() })
const shareOf = (path: PacePath, through: string, rest: Partial<ShareQuestion> = {}) =>
  expectedShare({ path, from: '2024-01-01', to: '2024-12-31', through, calendar, ...rest })
const percentOf = (path: PacePath, through: string, rest: Partial<ShareQuestion> = {}) => {
  const found = shareOf(path, through, rest)
  return found.kind === 'share' ? decimalOf({ n: found.share.n * 100n, d: found.share.d }, 3) : found.reason
}
const equals = ({ n, d }: Fraction, [top, bottom]: readonly [number, number]) =>
  n * BigInt(bottom) === BigInt(top) * d

describe('Linear', () => {
  it.each([
    ['2023-12-31', '0'],
    ['2024-01-31', '8.333'],
    ['2024-02-15', '12.644'],
    ['2024-06-30', '50'],
    ['2024-09-30', '75'],
    ['2024-11-30', '91.667'],
    ['2025-03-01', '100'],
  ])('by %s %s %% of a year', (through, percent) => {
    expect(percentOf({ kind: 'linear' }, through)).toBe(percent)
  })

  it('by days, and whenever a span does not consist of whole months', () => {
    expect(percentOf({ kind: 'days' }, '2024-06-30')).toBe('49.727')
    expect(percentOf({ kind: 'linear' }, '2024-04-17', { from: '2024-04-11', to: '2024-04-20' })).toBe('70')
  })
})

describe('Working days', () => {
  it('counts neither the holiday nor its weekend', () => {
    const week = { from: '2024-09-30', to: '2024-10-11' }
    expect(percentOf({ kind: 'working-days' }, '2024-10-07', week)).toBe('20')
    expect(percentOf({ kind: 'working-days' }, '2024-10-08', week)).toBe('40')
  })

  it('is refused for years without data and spans without a working day', () => {
    const far = { from: '2090-01-01', to: '2090-12-31' }
    expect(percentOf({ kind: 'working-days' }, '2090-05-01', far)).toBe('calendar-year-missing')
    expect(percentOf({ kind: 'working-days' }, '2024-05-01', { calendar: undefined })).toBe(
      'calendar-year-missing',
    )
    const holiday = { from: '2024-10-01', to: '2024-10-03' }
    expect(percentOf({ kind: 'working-days' }, '2024-10-02', holiday)).toBe('no-working-day')
  })

  it('equals counting day by day', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.integer({ min: 1, max: 200 }), fc.nat(200), (start, length, at) => {
        const from = addDays('2023-01-01', start)
        const to = addDays(from, length)
        const through = addDays(from, Math.min(at, length - 1))
        const all = Array.from({ length: length + 1 }, (_, day) => addDays(from, day)).filter((day) =>
          calendar.isWorkingDay(day),
        )
        const found = shareOf({ kind: 'working-days' }, through, { from, to })
        if (all.length === 0) expect(found).toMatchObject({ reason: 'no-working-day' })
        else if (found.kind === 'share')
          expect(equals(found.share, [all.filter((day) => day <= through).length, all.length])).toBe(true)
        else expect.unreachable()
      }),
    )
  })
})

describe('Nodes', () => {
  const path: PacePath = {
    kind: 'nodes',
    nodes: [
      { on: '2024-06-30', percent: '62.5' },
      { on: '2024-03-01', percent: '10' },
      { on: '2024-10-31', percent: '100' },
    ],
  }
  it.each([
    ['2024-02-29', '0'],
    ['2024-03-01', '10'],
    ['2024-06-29', '10'],
    ['2024-06-30', '62.5'],
    ['2025-01-01', '100'],
  ])('by %s %s %%', (through, percent) => {
    expect(percentOf(path, through)).toBe(percent)
  })
})

describe('Seasonal', () => {
  const formerYears: FormerYear[] = [
    { year: 2020, toDate: '1', total: '100' },
    { year: 2023, toDate: '60', total: '100' },
    { year: 2021, toDate: '80', total: '200' },
    { year: 2022, toDate: null, total: '100' },
  ]

  it('is the mean share of the newest complete years, and says which', () => {
    const found = shareOf({ kind: 'seasonal', years: 2 }, '2024-08-31', { formerYears })
    expect(found).toMatchObject({
      seasonal: {
        used: [
          { year: 2023, percent: '60' },
          { year: 2021, percent: '40' },
        ],
        skipped: [{ year: 2022, reason: 'incomplete' }],
      },
    })
    expect(percentOf({ kind: 'seasonal', years: 2 }, '2024-08-31', { formerYears })).toBe('50')
  })

  it('is refused when no year is complete', () => {
    const none: FormerYear[] = [
      { year: 2023, toDate: '5', total: null },
      { year: 2022, toDate: '5', total: '0' },
    ]
    expect(percentOf({ kind: 'seasonal', years: 3 }, '2024-08-31', { formerYears: none })).toBe(
      'no-complete-year',
    )
    expect(percentOf({ kind: 'seasonal', years: 3 }, '2024-08-31')).toBe('no-complete-year')
  })
})

it('only grows with the days, from nothing to all', () => {
  const day = fc.nat(365).map((count) => addDays('2024-01-01', count))
  const path = fc.constantFrom<PacePath>({ kind: 'linear' }, { kind: 'days' }, { kind: 'working-days' })
  fc.assert(
    fc.property(path, day, day, (kind, a, b) => {
      const [early, late] = [a < b ? a : b, a < b ? b : a].map((through) => shareOf(kind, through))
      if (early?.kind !== 'share' || late?.kind !== 'share') return expect.unreachable()
      expect(early.share.n * late.share.d <= late.share.n * early.share.d).toBe(true)
      expect(early.share.n >= 0n && late.share.n <= late.share.d).toBe(true)
    }),
  )
})

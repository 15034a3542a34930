import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayNumber, dayOfNumber } from '../../../../kernel/day-number.ts'
import { cumulativeTo } from './cumulative-to.ts'
import { expectedOn, newestExpected } from './expected-publication.ts'
import { formatTimePeriod } from './format-time-period.ts'
import { parseTimePeriod } from './parse-period.ts'
import { partsOfPeriod } from './parts-of-period.ts'
import { periodNumber, periodOfNumber } from './period-number.ts'
import { fitsFrequency, lastPeriodOfYear, periodOfDay, periodsBetween } from './period-series.ts'
import { readPeriod, writePeriod } from './period-text.ts'
import { samePeriodEarlier, shiftPeriod } from './shift-period.ts'
import { comparePeriods, firstDay, lastDay } from './span.ts'
import { PERIOD_KINDS, type TimePeriod } from './time-period.ts'

const day = fc.integer({ min: dayNumber('1990-01-01'), max: dayNumber('2090-12-31') }).map(dayOfNumber)
const frequency = fc.constantFrom(...PERIOD_KINDS)
const period = fc.tuple(day, frequency).map(([on, kind]) => periodOfDay(on, kind))
const get = (text: string): TimePeriod => readPeriod(text) ?? expect.fail(`${text} should be a period`)

describe('a period', () => {
  it('comes back from its text, its number and both languages', () => {
    fc.assert(
      fc.property(period, (one) => {
        expect(readPeriod(writePeriod(one))).toEqual(one)
        expect(periodOfNumber(periodNumber(one))).toEqual(one)
        expect(parseTimePeriod(formatTimePeriod(one, 'zh-CN'))).toEqual(one)
        expect(parseTimePeriod(formatTimePeriod(one, 'en'))).toEqual(one)
      }),
    )
  })

  it('has numbers in the order of time within its kind', () => {
    fc.assert(
      fc.property(day, day, frequency, (a, b, kind) => {
        const [one, other] = [periodOfDay(a, kind), periodOfDay(b, kind)]
        if (one.kind === other.kind)
          expect(Math.sign(periodNumber(one) - periodNumber(other))).toBe(
            Math.sign(comparePeriods(one, other)),
          )
        expect(periodNumber(one)).toBeLessThan(2 ** 31)
      }),
    )
  })

  it('holds the day for which it was asked, and fits its series', () => {
    fc.assert(
      fc.property(day, frequency, (on, kind) => {
        const one = periodOfDay(on, kind)
        expect(firstDay(one) <= on && on <= lastDay(one)).toBe(true)
        expect(fitsFrequency(one, kind)).toBe(true)
      }),
    )
  })

  it('comes back after as many steps there and back; the next one begins where it ends', () => {
    fc.assert(
      fc.property(day, frequency, fc.integer({ min: -60, max: 60 }), (on, kind, steps) => {
        const one = periodOfDay(on, kind)
        expect(shiftPeriod(shiftPeriod(one, steps, kind), -steps, kind)).toEqual(one)
        const next = shiftPeriod(one, 1, kind)
        if (kind !== 'cumulative') expect(dayNumber(firstDay(next))).toBe(dayNumber(lastDay(one)) + 1)
        else expect(lastDay(next) > lastDay(one)).toBe(true)
      }),
    )
  })

  it('is covered by its parts without a gap', () => {
    fc.assert(
      fc.property(period, frequency, (one, kind) => {
        const parts = partsOfPeriod(one, kind)
        if (!parts) return
        expect(firstDay(parts[0]!)).toBe(firstDay(one))
        expect(lastDay(parts.at(-1)!)).toBe(lastDay(one))
        for (const [at, part] of parts.entries())
          if (at > 0) expect(dayNumber(firstDay(part))).toBe(dayNumber(lastDay(parts[at - 1]!)) + 1)
      }),
    )
  })
})

it.each([
  ['2024年1—11月', '2024-01/2024-11'],
  ['2024年1-2月', '2024-01/2024-02'],
  ['2024年前三季度', '2024-01/2024-09'],
  ['2024年上半年', '2024H1'],
  ['2024年下半年', '2024H2'],
  ['2024年一季度', '2024Q1'],
  ['2024年第四季度', '2024Q4'],
  ['2024年二季度末', '2024Q2'],
  ['2024年末', '2024'],
  ['2024年', '2024'],
  ['2024年1-12月', '2024'],
  ['2024年4-6月', '2024Q2'],
  ['2024年11月', '2024-11'],
  ['2024年6月末', '2024-06'],
  ['2024年一至十一月', '2024-01/2024-11'],
  ['二〇二四年', '2024'],
  ['2024年第5周', '2024W05'],
  ['2024年2月3日', '2024-02-03'],
  ['202402', '2024-02'],
  ['2024-01/2024-12', '2024'],
])('reads %s as %s', (printed, canonical) => {
  expect(writePeriod(parseTimePeriod(printed) ?? expect.fail('is no period'))).toBe(canonical)
})

it('takes the year from the heading above, and guesses none', () => {
  expect(parseTimePeriod('1-2月', { year: 2024 })).toEqual(get('2024-01/2024-02'))
  expect(parseTimePeriod('前三季度', { year: 2023 })).toEqual(get('2023-01/2023-09'))
  expect(parseTimePeriod('1-2月')).toBeUndefined()
})

it.each([
  '',
  '2024-13',
  '2024-00',
  '2024W53',
  '2024-02-30',
  '2024Q5',
  '2024H3',
  '2024-03/2024-05',
  '亿元',
  '0024',
])('does not take "%s" for a period', (text) => {
  expect(parseTimePeriod(text)).toBeUndefined()
})

it.each([
  199_991_230, 420_240_230, 320_240_430, 220_240_331, 620_240_203, 520_240_131, 520_241_231, 0, 820_240_101,
])('knows no period with the number %i', (number) => {
  expect(periodOfNumber(number)).toBeUndefined()
})

it('writes numbers as the store keeps them', () => {
  expect(periodNumber(get('2024-02'))).toBe(420_240_229)
  expect(periodNumber(get('2024'))).toBe(120_241_231)
  expect(periodNumber(get('2024W05'))).toBe(620_240_204)
})

it('finds the same period of an earlier year, where there is one', () => {
  expect(samePeriodEarlier(get('2024-01/2024-11'))).toEqual(get('2023-01/2023-11'))
  expect(samePeriodEarlier(get('2024-02-29'))).toBeUndefined()
  expect(samePeriodEarlier(get('2024-02-29'), 4)).toEqual(get('2020-02-29'))
  expect(samePeriodEarlier(get('2020W53'))).toBeUndefined()
})

it('begins a cumulative series anew in January and ends it with the year', () => {
  const texts = periodsBetween(get('2023-01/2023-11'), get('2024-01/2024-03'), 'cumulative').map(writePeriod)
  expect(texts).toEqual(['2023-01/2023-11', '2023', '2024-01', '2024-01/2024-02', '2024-01/2024-03'])
  expect(cumulativeTo(2024, 12)).toEqual(get('2024'))
})

it.each([
  ['month', '2024-12'],
  ['quarter', '2024Q4'],
  ['cumulative', '2024'],
  ['week', '2024W52'],
  ['day', '2024-12-31'],
] as const)('ends a year of a series by %s with %s', (kind, text) => {
  expect(writePeriod(lastPeriodOfYear(2024, kind))).toBe(text)
})

it('makes up no period of parts that do not fit', () => {
  expect(partsOfPeriod(get('2024-01/2024-11'), 'quarter')).toBeUndefined()
  expect(partsOfPeriod(get('2024-01/2024-09'), 'quarter')?.map(writePeriod)).toEqual([
    '2024Q1',
    '2024Q2',
    '2024Q3',
  ])
  expect(partsOfPeriod(get('2024-02'), 'week')).toBeUndefined()
  expect(partsOfPeriod(get('2024-02'), 'quarter')).toBeUndefined()
})

it('expects a period when its lag is over, not a day before', () => {
  expect(expectedOn(get('2024-02'), 18)).toBe('2024-03-18')
  const asked = (asOf: string) => writePeriod(newestExpected('month', { asOf, lagDays: 18 }))
  expect(asked('2024-03-17')).toBe('2024-01')
  expect(asked('2024-03-18')).toBe('2024-02')
  fc.assert(
    fc.property(day, frequency, fc.integer({ min: 0, max: 90 }), (asOf, kind, lagDays) => {
      const newest = newestExpected(kind, { asOf, lagDays })
      expect(expectedOn(newest, lagDays) <= asOf).toBe(true)
      expect(expectedOn(shiftPeriod(newest, 1, kind), lagDays) > asOf).toBe(true)
    }),
  )
})

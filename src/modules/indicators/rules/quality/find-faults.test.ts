import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findFaults } from './find-faults.ts'
import type { Finding } from './quality-grid.ts'
import { type CleanData, cleanData, cleanLevels, fractions, gridOf } from './testing.ts'

const codes = (findings: readonly Finding[]) =>
  findings.map(({ code }) => code.replace('indicators.quality-', ''))
const none = Number.NaN

/** Any data with a year and a unit (not the whole) to spoil. */
const spoilt = fc.tuple(cleanData, fc.nat(), fc.nat()).map(([data, year, unit]) => ({
  data,
  year: 2 + (year % (data.years - 2)),
  unit: 1 + (unit % (data.units - 1)),
}))

function check(
  spoil: (levels: number[][], year: number, unit: number, data: CleanData) => void,
  expected: string,
  isWhole = false,
) {
  fc.assert(
    fc.property(spoilt, ({ data, year, unit }) => {
      const levels = cleanLevels(data)
      spoil(levels, year, unit, data)
      const found = findFaults(gridOf(levels)).filter(({ code }) => code.endsWith(expected))
      expect(found).toHaveLength(1)
      const [{ cells }] = found as [Finding]
      if (isWhole)
        expect(new Set(cells.map(({ period }) => period))).toEqual(
          new Set([(2010 + year) * 10_000 + 100_001_231]),
        )
      else expect(cells).toContainEqual({ period: (2010 + year) * 10_000 + 100_001_231, unit: unit + 1 })
    }),
    { numRuns: 200 },
  )
}

describe('Faults put into clean data are found where they are', () => {
  it('a year counted on another base, as survey years are', () =>
    check(
      (levels, year) => (levels[year] = levels[year]!.map((value) => Math.round(value * 18.5 * 10) / 10)),
      'count-mixed',
      true,
    ))

  it.each([4, 3, 2, -4])('a year in another unit of measure, ×10^%i', (power) =>
    check(
      (levels, year) => (levels[year] = levels[year]!.map((value) => value * 10 ** power)),
      'measure-changed',
      true,
    ),
  )

  it.each([4, 3, 2, -2, -4])('one unit in another unit of measure, ×10^%i', (power) =>
    check((levels, year, unit) => (levels[year]![unit]! *= 10 ** power), 'unit-scaled'),
  )

  it('one unit in another unit of measure, though it has grown more than before', () => {
    const levels = cleanLevels({ years: 6, units: 30, noise: 0.033496553177787804, seed: 1052801734 })
    levels[5]![22]! *= 10 ** -4
    expect(findFaults(gridOf(levels))).toContainEqual(
      expect.objectContaining({
        code: 'indicators.quality-unit-scaled',
        numbers: expect.objectContaining({ power: -4 }),
        cells: [{ period: 120151231, unit: 23 }],
      }),
    )
  })

  it('an outlier', () => check((levels, year, unit) => (levels[year]![unit]! *= 2.6), 'outlier'))

  it('parts that do not make their whole', () =>
    check((levels, year) => (levels[year]![0]! += levels[year]![0]! * 0.05), 'sum-differs', true))

  it('a unit that is missing', () =>
    check((levels, year, unit) => {
      levels[year]![unit] = none
    }, 'unit-missing'))
})

describe('Compared with what is published', () => {
  it('a table that slipped by a year is recognised', () => {
    fc.assert(
      fc.property(cleanData, (data) => {
        const levels = cleanLevels(data)
        const slipped = [levels[0]!, ...levels.slice(0, -1)]
        const found = codes(findFaults(gridOf(slipped, { published: levels })))
        expect(found.filter((code) => code === 'shifted')).toHaveLength(data.years - 1)
      }),
    )
  })

  it('a column copied on as the next year is recognised', () => {
    fc.assert(
      fc.property(cleanData, (data) => {
        const levels = cleanLevels(data)
        const published = [...levels, levels[0]!.map(() => none)]
        const found = codes(
          findFaults(gridOf([...levels, levels.at(-1)!], { published, freshFrom: data.years })),
        )
        expect(found).toContain('copied')
      }),
    )
  })

  it('a table of several years in another unit of measure is recognised, though it agrees with itself', () => {
    fc.assert(
      fc.property(
        cleanData,
        fc.constantFrom(-4, 3, 4),
        fc.integer({ min: 1, max: 3 }),
        (data, power, count) => {
          const levels = cleanLevels(data)
          const freshFrom = data.years - count
          const given = levels.map((row, year) =>
            year < freshFrom ? row : row.map((value) => value * 10 ** power),
          )
          const published = levels.map((row, year) => (year < freshFrom ? row : row.map(() => none)))
          const found = codes(findFaults(gridOf(given, { published, freshFrom })))
          expect(found.filter((code) => code === 'measure-changed')).toHaveLength(count)
        },
      ),
      { numRuns: 100 },
    )
  })

  it('a revision says how many values change and by how much', () => {
    const levels = cleanLevels({ years: 6, units: 8, noise: 0.01, seed: 7 })
    const revised = levels.map((row, year) =>
      row.map((value, unit) => (year === 5 && unit === 3 ? value * 1.089 : value)),
    )
    const found = findFaults(gridOf(revised, { published: levels })).filter(({ code }) =>
      code.endsWith('revision'),
    )
    expect(found).toMatchObject([
      {
        severity: 'warning',
        cells: [{ period: 120151231, unit: 4 }],
        numbers: { units: 1, median: 8.9, most: 8.9 },
      },
    ])
    expect(findFaults(gridOf(levels, { published: levels }))).toEqual([])
  })
})

describe('Shares, cumulative values, growth', () => {
  const share = { isRate: true, isShare: true }

  it('a share above 100 or below 0 is asked about, and shares that make 97', () => {
    const fine = [
      [none, 20.1, 30.2, 49.7],
      [none, 20.2, 30.2, 49.6],
    ]
    expect(findFaults(gridOf(fine, { traits: share }))).toEqual([])
    expect(codes(findFaults(gridOf([fine[0]!, [none, 20.2, 130.2, 49.6]], { traits: share })))).toContain(
      'share-range',
    )
    expect(codes(findFaults(gridOf([fine[0]!, [none, 20.2, 28.2, 48.6]], { traits: share })))).toEqual([
      'shares-sum',
    ])
  })

  it('the first months of a year after the last ones of another are no fault', () => {
    const periods = [9, 10, 11, 14, 15].map((month) =>
      month < 12 ? 520_230_030 + month * 100 : 520_240_030 + (month - 12) * 100,
    )
    const rows = [9, 10, 11, 2, 3].map((months) =>
      [10, 11, 12, 13, 14, 15].map((monthly) => monthly * months),
    )
    const grid = {
      ...gridOf(rows, { freshFrom: 3, traits: { isCumulative: true, isAdditive: false } }),
      periods,
    }
    expect(findFaults(grid).filter(({ severity }) => severity !== 'hint')).toEqual([])
  })

  it('a value from January on that is lower than the month before', () => {
    const grid = gridOf(
      [
        [none, 10],
        [none, 21],
        [none, 20],
      ],
      { traits: { isCumulative: true } },
    )
    const periods = [520240229, 520240331, 520240430]
    expect(findFaults({ ...grid, periods, yearBefore: [-1, -1, -1] })).toMatchObject([
      {
        code: 'indicators.quality-cumulative-falls',
        cells: [{ period: 520240430, unit: 2 }],
        numbers: { value: 20, former: 21 },
      },
    ])
    const nextYear = { ...grid, periods: [520231031, 520231130, 520240229], yearBefore: [-1, -1, -1] }
    expect(findFaults(nextYear)).toEqual([])
  })

  it('printed growth that the levels contradict; where all of it does, it is of another basis', () => {
    const values = [
      [none, 100, 200, 300, 400, 500],
      [none, 110, 220, 330, 440, 550],
    ]
    const printed = (growths: number[]) => new Map(growths.map((growth, at) => [6 + 1 + at, growth]))
    const found = (growths: number[]) =>
      findFaults(gridOf(values, { growths: printed(growths), traits: { isAdditive: false } }))
    expect(found([10, 10, 10, 10, 10])).toEqual([])
    expect(found([10, 10, 12.5, 10, 10])).toMatchObject([
      {
        code: 'indicators.quality-growth-contradicts',
        cells: [{ unit: 4 }],
        numbers: { printed: 12.5, computed: 10 },
      },
    ])
    expect(codes(found([8, 8, 8, 8, 8]))).toEqual(['growth-basis'])
  })

  it('a rate that leaps is told in points', () => {
    const next = fractions(5)
    const rates = Array.from({ length: 8 }, () => Array.from({ length: 8 }, () => 4 + 0.2 * next()))
    rates[6]![3] = 41
    expect(codes(findFaults(gridOf(rates, { traits: { isRate: true } })))).toEqual(['outlier-points'])
  })
})

describe('Clean data', () => {
  it('raises no finding: none in 300 random tables, whatever is new', () => {
    fc.assert(
      fc.property(cleanData, fc.nat({ max: 5 }), (data, freshFrom) => {
        expect(codes(findFaults(gridOf(cleanLevels(data), { freshFrom })))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('of a city whose parts never make all of it is not asked about once that is known', () => {
    const levels = cleanLevels({ years: 6, units: 8, noise: 0.01, seed: 3 }).map((row) => [
      row[0]! * 1.1,
      ...row.slice(1),
    ])
    expect(codes(findFaults(gridOf(levels, { freshFrom: 5 })))).toEqual([])
    expect(codes(findFaults(gridOf(levels)))).toContain('sum-differs')
  })
})

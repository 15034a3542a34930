import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rankColumn } from './rank-column.ts'
import { type PeriodTable, streaks } from './streak.ts'
import { columnOf, everyone, someValues } from './testing.ts'

type Values = (number | null | undefined)[]

/** Years newest first, beginning with 2024; null is a year without a table. */
function history(years: (Values | null)[], missing: 'apart' | 'last' = 'apart'): PeriodTable[] {
  return years.map((values, back) => {
    const period = 120241231 - back * 10_000
    if (!values) return { period, ranking: null }
    const rules = { direction: { kind: 'higher' }, ties: 'standard', missing } as const
    const column = columnOf(values, { period })
    return { period, ranking: rankColumn(column, { rules, comparability: everyone(values.length) }) }
  })
}
const streakOf = (unit: number, years: (Values | null)[], k = 1) =>
  streaks(history(years), k).find((each) => each.unit === unit)

describe('连续N年第一', () => {
  it('counts back to the year in which the unit stood lower', () => {
    expect(
      streakOf(1, [
        [9, 1],
        [9, 1],
        [9, 1],
        [1, 9],
        [9, 1],
      ]),
    ).toEqual({
      unit: 1,
      length: 3,
      since: 120221231,
      shared: [],
      uncertain: [],
      brokenBy: { kind: 'lower-place', period: 120211231, rank: 2 },
      isExact: true,
    })
  })

  it('says where the first place was shared', () => {
    expect(
      streakOf(1, [
        [9, 1],
        [9, 9],
        [1, 9],
      ]),
    ).toMatchObject({ length: 2, shared: [120231231], isExact: true })
  })

  it('cannot be known beyond a year without a table, without a value, or before the data begins', () => {
    expect(streakOf(1, [[9, 1], null, [9, 1]])).toMatchObject({
      length: 1,
      isExact: false,
      brokenBy: { kind: 'unknown', period: 120231231, reason: 'no-table' },
    })
    expect(
      streakOf(1, [
        [9, 1],
        [undefined, 1],
        [9, 1],
      ]),
    ).toMatchObject({
      isExact: false,
      brokenBy: { kind: 'unknown', reason: 'not-reported' },
    })
    expect(streakOf(2, [[1, 9], [1]])).toMatchObject({
      length: 1,
      brokenBy: { kind: 'unknown', reason: 'not-in-table' },
    })
    expect(
      streakOf(1, [
        [9, 1],
        [9, 1],
      ]),
    ).toMatchObject({
      length: 2,
      isExact: false,
      brokenBy: { kind: 'no-earlier-period' },
    })
  })

  it('says where somebody without a value could have been better', () => {
    const years = [
      [9, 1, 5],
      [9, 1, undefined],
      [9, null, 5],
      [1, 9, 5],
    ]
    expect(streakOf(1, years)).toMatchObject({ length: 3, uncertain: [120231231, 120221231], isExact: true })
    expect(streakOf(1, years, 2)).toMatchObject({ length: 3, uncertain: [] })
  })

  it('a missing year that the table puts last is not a lost year', () => {
    const years: (Values | null)[] = [
      [9, 1],
      [undefined, 1],
    ]
    const [first] = streaks(history(years, 'last'))
    expect(first).toMatchObject({
      length: 1,
      isExact: false,
      brokenBy: { kind: 'unknown', reason: 'not-reported' },
    })
  })

  it('among the first three', () => {
    const years = [
      [5, 9, 8, 1],
      [5, 9, 8, 1],
      [1, 9, 8, 2],
    ]
    expect(streakOf(1, years, 3)).toMatchObject({ length: 2, brokenBy: { kind: 'lower-place', rank: 4 } })
    expect(streakOf(1, years, 1)).toMatchObject({ length: 0, since: null, brokenBy: { rank: 3 } })
  })

  it('a unit that is listed apart now has no streak', () => {
    expect(
      streakOf(1, [
        [undefined, 1],
        [9, 1],
      ]),
    ).toMatchObject({ length: 0, isExact: false })
    expect(streaks(history([null, [9, 1]]))).toEqual([])
  })

  it('equals asking each period by itself', () => {
    const years = fc.array(fc.option(someValues, { freq: 8 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(years, fc.integer({ min: 1, max: 4 }), (all, k) => {
        const isIn = (values: Values | null | undefined, unit: number) => {
          const own = values?.[unit - 1]
          if (own == null) return 'unknown'
          return values!.filter((v) => v != null && v > own).length < k ? 'in' : 'out'
        }
        const found = streaks(history(all), k)
        if (all[0]) expect(found).toHaveLength(all[0].length)
        for (const { unit, length, isExact, shared, uncertain } of found) {
          for (let back = 0; back < length; back++) expect(isIn(all[back], unit)).toBe('in')
          expect(isIn(all[length], unit)).toBe(isExact ? 'out' : 'unknown')
          const sharedYears = all
            .slice(0, length)
            .flatMap((values, back) =>
              values!.filter((v) => v === values![unit - 1]).length > 1 ? [120241231 - back * 10_000] : [],
            )
          expect(shared).toEqual(sharedYears)
          // As if everybody without a value had been better.
          const uncertainYears = all
            .slice(0, length)
            .flatMap((values, back) =>
              values!.filter((v) => v == null || v > values![unit - 1]!).length >= k
                ? [120241231 - back * 10_000]
                : [],
            )
          expect(uncertain).toEqual(uncertainYears)
        }
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rankChanges } from './rank-changes.ts'
import { rankColumn } from './rank-column.ts'
import { rankMargins } from './rank-margins.ts'
import type { Direction } from './rank-rules.ts'
import { standingOf } from './standing.ts'
import { columnOf, everyone, someDirection, someValues } from './testing.ts'

type Values = (number | null | undefined)[]
const tableOf = (values: Values, direction: Direction = { kind: 'higher' }, scale = 0) =>
  rankColumn(columnOf(values, { scale }), {
    rules: { direction, ties: 'standard', missing: 'apart' },
    comparability: everyone(values.length),
  })

describe('Rank changes', () => {
  it('tells who moved, who entered and who left, and why', () => {
    const former = tableOf([10, 20, 30, undefined])
    const now = tableOf([25, 20, undefined, 40, 1])
    expect(rankChanges(now, former)).toEqual({
      changes: [
        { kind: 'entered', unit: 4, to: 1, apartThen: 'not-reported' },
        { kind: 'moved', unit: 1, from: 3, to: 2, places: 1 },
        { kind: 'moved', unit: 2, from: 2, to: 3, places: -1 },
        { kind: 'entered', unit: 5, to: 4, apartThen: null },
        { kind: 'left', unit: 3, from: 1, apartNow: 'not-reported' },
      ],
      isSameField: false,
    })
  })

  it('backwards is the mirror of forwards', () => {
    fc.assert(
      fc.property(someValues, someValues, (first, second) => {
        const [a, b] = [tableOf(first), tableOf(second)]
        const [there, back] = [rankChanges(b, a), rankChanges(a, b)]
        expect(there.isSameField).toBe(back.isSameField)
        const count = ({ changes }: typeof there, kind: string) =>
          changes.filter((each) => each.kind === kind).length
        expect(count(there, 'entered')).toBe(count(back, 'left'))
        expect(there.isSameField).toBe(count(there, 'entered') + count(there, 'left') === 0)
        for (const change of there.changes) {
          if (change.kind !== 'moved') continue
          const mirrored = back.changes.find(({ unit }) => unit === change.unit)
          expect(mirrored).toMatchObject({ from: change.to, to: change.from })
          expect(mirrored).toMatchObject({ places: 0 - change.places })
        }
      }),
    )
  })
})

describe('Margins', () => {
  it('names the amount and whose place it is', () => {
    // 91.49 leads 91.15 by 0.34, as 梅河口 printed in July 2020.
    expect(rankMargins(tableOf([9149, 9115, 9115, 9000], undefined, 2), { kind: 'higher' })).toEqual([
      { unit: 1, toNextBetter: null, toNextWorse: { amount: '0.34', units: [2, 3] }, toFirst: '0' },
      {
        unit: 2,
        toNextBetter: { amount: '0.34', units: [1] },
        toNextWorse: { amount: '1.15', units: [4] },
        toFirst: '0.34',
      },
      {
        unit: 3,
        toNextBetter: { amount: '0.34', units: [1] },
        toNextWorse: { amount: '1.15', units: [4] },
        toFirst: '0.34',
      },
      { unit: 4, toNextBetter: { amount: '1.15', units: [2, 3] }, toNextWorse: null, toFirst: '1.49' },
    ])
  })

  it('near a target are margins of distance', () => {
    const direction = { kind: 'near', target: '5.25' } as const
    expect(rankMargins(tableOf([5, 7], direction), direction)).toMatchObject([
      { unit: 1, toNextWorse: { amount: '1.5', units: [2] } },
      { unit: 2, toFirst: '1.5' },
    ])
  })

  it('add up to the distance from the first, in every direction', () => {
    fc.assert(
      fc.property(someValues, someDirection, (values, direction) => {
        const tenths = (amount: string) => Math.round(Number(amount) * 10)
        let sum = 0
        let previous: string | undefined
        for (const { unit, toNextBetter, toFirst } of rankMargins(tableOf(values, direction), direction)) {
          if (toNextBetter && toFirst !== previous) sum += tenths(toNextBetter.amount)
          previous = toFirst
          expect(tenths(toFirst)).toBe(sum)
          expect(Number(toNextBetter?.amount ?? 1)).toBeGreaterThan(0)
          const value = values[unit - 1]! * 10
          const wanted = direction.kind === 'near' ? Math.round(Number(direction.target) * 10) : 0
          const goodness = (v: number) =>
            direction.kind === 'near' ? -Math.abs(v - wanted) : direction.kind === 'higher' ? v : -v
          const best = Math.max(...values.filter((v) => v != null).map((v) => goodness(v * 10)))
          expect(tenths(toFirst)).toBe(best - goodness(value))
        }
      }),
    )
  })
})

describe('Standing', () => {
  it('names the half, the middle, and the share that is worse', () => {
    const table = tableOf([50, 40, 30, 20, 10])
    expect(
      table.ranked.map((each) => standingOf(table, each)).map(({ half, percentile }) => [half, percentile]),
    ).toEqual([
      ['upper', 100],
      ['upper', 75],
      ['middle', 50],
      ['lower', 25],
      ['lower', 0],
    ])
    const alone = tableOf([50])
    expect(standingOf(alone, alone.ranked[0]!)).toMatchObject({ half: 'middle', percentile: null, of: 1 })
  })

  it('counts every unit once', () => {
    fc.assert(
      fc.property(someValues, (values) => {
        const table = tableOf(values)
        for (const each of table.ranked) {
          const { better, worse, of } = standingOf(table, each)
          const value = values[each.unit - 1]!
          expect(better).toBe(values.filter((v) => v != null && v > value).length)
          expect(worse).toBe(values.filter((v) => v != null && v < value).length)
          expect(of).toBe(better + worse + each.sharedBy)
        }
      }),
    )
  })
})

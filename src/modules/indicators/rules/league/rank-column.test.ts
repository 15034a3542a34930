import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rankColumn } from './rank-column.ts'
import type { Direction, RankRules, TieRule } from './rank-rules.ts'
import { columnOf, everyone, someDirection, someValues } from './testing.ts'

const higher = { kind: 'higher' } as const
const rulesOf = (rest: Partial<RankRules> = {}): RankRules => ({
  direction: higher,
  ties: 'standard',
  missing: 'apart',
  ...rest,
})
const ranksOf = (values: (number | null | undefined)[], rules: RankRules) =>
  rankColumn(columnOf(values), { rules, comparability: everyone(values.length) })
const placesOf = (values: (number | null | undefined)[], rest: Partial<RankRules> = {}) =>
  Object.fromEntries(ranksOf(values, rulesOf(rest)).ranked.map(({ unit, rank }) => [unit, rank]))

/** Independent of sorting: a unit's place by counting the others. In tenths, so that targets with a decimal stay whole. */
function countedPlace(
  values: readonly number[],
  at: number,
  { ties, direction }: Pick<RankRules, 'ties' | 'direction'>,
) {
  const goodness = (value: number) => {
    if (direction.kind === 'near') return -Math.abs(value * 10 - Math.round(Number(direction.target) * 10))
    return direction.kind === 'higher' ? value : -value
  }
  const own = goodness(values[at]!)
  const better = values.filter((value) => goodness(value) > own)
  const same = values.filter((value) => goodness(value) === own).length
  if (ties === 'dense') return new Set(better.map(goodness)).size + 1
  if (ties === 'modified') return better.length + same
  if (ties === 'fractional') {
    let sum = 0
    for (let place = better.length + 1; place <= better.length + same; place++) sum += place
    return sum / same
  }
  return better.length + 1
}

describe('Places', () => {
  it.each<[TieRule, number[]]>([
    ['standard', [1, 2, 2, 4]],
    ['dense', [1, 2, 2, 3]],
    ['modified', [1, 3, 3, 4]],
    ['fractional', [1, 2.5, 2.5, 4]],
  ])('%s', (ties, places) => {
    expect(Object.values(placesOf([90, 80, 80, 70], { ties }))).toEqual(places)
  })

  it('the lower the better, and the nearer to a target on either side', () => {
    expect(placesOf([3, 1, 2], { direction: { kind: 'lower' } })).toEqual({ 1: 3, 2: 1, 3: 2 })
    expect(placesOf([3, 5, 7, 100], { direction: { kind: 'near', target: '5.5' } })).toEqual({
      1: 3,
      2: 1,
      3: 2,
      4: 4,
    })
    expect(placesOf([4, 6], { direction: { kind: 'near', target: '5' } })).toEqual({ 1: 1, 2: 1 })
  })

  it('second indicator breaks a tie; a unit that it lacks comes behind; what is equal there too shares the place', () => {
    const second = { column: columnOf([1, 5, undefined, 5]), direction: { kind: 'higher' } as Direction }
    const rules = rulesOf({ ties: 'second-indicator' })
    const { ranked } = rankColumn(columnOf([10, 10, 10, 10, 11]), {
      rules,
      comparability: everyone(5),
      second,
    })
    expect(ranked.map(({ unit, rank }) => [unit, rank])).toEqual([
      [5, 1],
      [2, 2],
      [4, 2],
      [1, 4],
      [3, 5],
    ])
  })

  it('compares values beyond what a double holds', () => {
    const values = [9007199254740993000n, 9007199254740992000n, 9007199254740993000n]
    const column = columnOf([0, 0, 0], { scale: 3, values })
    const { ranked } = rankColumn(column, { rules: rulesOf(), comparability: everyone(3) })
    expect(ranked.map(({ unit, rank }) => [unit, rank])).toEqual([
      [1, 1],
      [3, 1],
      [2, 3],
    ])
  })

  it('equals counting, for every tie rule and direction', () => {
    const ties = fc.constantFrom<TieRule[]>('standard', 'dense', 'modified', 'fractional')
    fc.assert(
      fc.property(someValues, ties, someDirection, (values, tie, direction) => {
        const rules = rulesOf({ ties: tie, direction })
        const present = values.flatMap((value, at) => (value == null ? [] : [{ unit: at + 1, value }]))
        const counted = present.map(({ unit }, at) => [
          unit,
          countedPlace(
            present.map(({ value }) => value),
            at,
            rules,
          ),
        ])
        const ranking = ranksOf(values, rules)
        expect(Object.fromEntries(ranking.ranked.map(({ unit, rank }) => [unit, rank]))).toEqual(
          Object.fromEntries(counted),
        )
        expect(ranking.ranked.length + ranking.apart.length).toBe(values.length)
        for (const { unit, better, sharedBy } of ranking.ranked) {
          const standard = countedPlace(
            present.map(({ value }) => value),
            present.findIndex((each) => each.unit === unit),
            { ties: 'standard', direction },
          )
          expect(better).toBe(standard - 1)
          expect(ranking.ranked.filter((each) => each.better === better)).toHaveLength(sharedBy)
        }
      }),
    )
  })

  it('follows its unit however the units are numbered', () => {
    const shuffled = someValues.chain((values) =>
      fc.tuple(
        fc.constant(values),
        fc.shuffledSubarray([...values.keys()], { minLength: values.length, maxLength: values.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([values, order]) => {
        const places = placesOf(values)
        const moved = placesOf(order.map((at) => values[at]))
        for (const [to, at] of order.entries()) expect(moved[to + 1]).toBe(places[at + 1])
      }),
    )
  })

  it('nobody moves when a unit worse than all joins', () => {
    fc.assert(
      fc.property(
        someValues,
        fc.constantFrom<TieRule[]>('standard', 'dense', 'modified', 'fractional'),
        (values, ties) => {
          const { [values.length + 1]: joined, ...others } = placesOf([...values, -100], { ties })
          expect(others).toEqual(placesOf(values, { ties }))
          expect(joined).toBeGreaterThan(Math.max(0, ...Object.values(others)))
        },
      ),
    )
  })
})

describe('A unit without a value', () => {
  const values = [5, undefined, 7, null]

  it('stands apart with the reason', () => {
    expect(ranksOf(values, rulesOf()).apart).toEqual([
      { unit: 2, reason: 'not-reported' },
      { unit: 4, reason: 'withdrawn' },
    ])
  })

  it('is last, all of them together', () => {
    expect(placesOf(values, { missing: 'last' })).toEqual({ 3: 1, 1: 2, 2: 3, 4: 3 })
    expect(ranksOf(values, rulesOf({ missing: 'last' })).apart).toEqual([])
  })

  it('is left out and counted', () => {
    const { ranked, apart, leftOut } = ranksOf(values, rulesOf({ missing: 'excluded' }))
    expect([ranked.length, apart, leftOut]).toEqual([2, [], [2, 4]])
  })
})

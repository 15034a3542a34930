import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalOf, fractionOf, plus, ZERO } from '../../exact/fraction.ts'
import { columnOf, everyone } from '../testing.ts'
import { type CompositeInput, compositeScores } from './composite-scores.ts'
import { presetSchemes } from './presets.ts'
import type { CompositeScheme } from './scheme.ts'
import { schemeFaults } from './scheme-faults.ts'

const preset = (key: string) => presetSchemes().find((each) => each.key === key)!
type Values = (number | null | undefined)[]

/** Values with one decimal as a column. */
const tenths = (values: Values) =>
  columnOf(
    values.map((v) => (v == null ? v : Math.round(v * 10))),
    { scale: 1 },
  )

function scored(
  scheme: CompositeScheme,
  values: Record<string, Values | { actual: Values; target: Values }>,
  adjustments?: CompositeInput['adjustments'],
) {
  const columns = Object.entries(values).map(([key, each]) => {
    if (Array.isArray(each)) return [key, { actual: tenths(each) }] as const
    return [key, { actual: tenths(each.actual), target: tenths(each.target) }] as const
  })
  const first = Object.values(values)[0]!
  const size = Array.isArray(first) ? first.length : first.actual.length
  return compositeScores({ scheme, columns: new Map(columns), cohort: everyone(size).cohort, adjustments })
}

const component = (key: string, rest: Partial<CompositeScheme['components'][number]> = {}) => ({
  key,
  name: { zh: key, en: key },
  weight: '100',
  score: { kind: 'score' } as CompositeScheme['components'][number]['score'],
  group: null,
  ...rest,
})
const scheme = (rest: Partial<CompositeScheme>): CompositeScheme => ({ ...preset('linear'), ...rest })

describe('Presets', () => {
  it('can be used', () => {
    for (const each of presetSchemes()) expect(schemeFaults(each), each.key).toEqual([])
  })

  it('禹州: three months at 30 % each and the leaders at 10 %', () => {
    const { scores, ranking } = scored(preset('yuzhou-2018'), {
      'month-1': [90, 80],
      'month-2': [91.5, 95],
      'month-3': [88, 100],
      leaders: [95, 70],
    })
    expect(scores.map(({ total }) => total)).toEqual(['90.35', '89.5'])
    expect(scores[0]!.parts.map(({ points }) => points)).toEqual(['27', '27.45', '26.4', '9.5'])
    expect(ranking.ranked.map(({ unit }) => unit)).toEqual([1, 2])
  })

  it('linear: 5 of 6 is 83.33 and keeps both numbers', () => {
    const { scores } = scored(preset('linear'), { completion: { actual: [5], target: [6] } })
    expect(scores[0]).toMatchObject({ total: '83.33' })
    expect(scores[0]!.parts[0]).toMatchObject({ numerator: '5', denominator: '6', points: '83.333333333333' })
  })

  it('by place: +5 to +1 and −5 to −1, nothing for those who share a place', () => {
    const work = [99, 98, 97, 96, 95, 94, 93, 92, 91, 90, 89, 89]
    const { scores } = scored(preset('rank-bonus'), { work, 'public-review': work })
    expect(scores.map(({ bonus }) => bonus?.points ?? '0')).toEqual([
      '5',
      '4',
      '3',
      '2',
      '1',
      '0',
      '0',
      '-1',
      '-2',
      '-3',
      '0',
      '0',
    ])
    expect(scores[0]!.total).toBe('104')
  })

  it('in a field of four only two get a bonus at either end', () => {
    const { scores } = scored(preset('rank-bonus'), { work: [4, 3, 2, 1], 'public-review': [4, 3, 2, 1] })
    expect(scores.map(({ bonus }) => bonus?.points)).toEqual(['5', '4', '-4', '-5'])
  })
})

describe('Parts', () => {
  it('a cap, a floor at zero, and lower is better', () => {
    const linear = (rest: object) =>
      ({ kind: 'linear', direction: 'higher', target: '50', capPercent: null, ...rest }) as const
    const { scores } = scored(
      scheme({
        components: [
          component('capped', { weight: '20', score: linear({ capPercent: '120' }) }),
          component('lower', { weight: '30', score: linear({ direction: 'lower' }) }),
        ],
      }),
      { capped: [100, -5], lower: [100, 25] },
    )
    expect(scores.map(({ parts }) => parts.map(({ points, uncapped }) => [points, uncapped]))).toEqual([
      [
        ['24', '40'],
        ['15', null],
      ],
      [
        ['0', '-2'],
        ['60', null],
      ],
    ])
    expect(scores[0]!.parts[1]).toMatchObject({ numerator: '50', denominator: '100' })
  })

  it('a group has one cap for all its components', () => {
    const bonus = { weight: '100', group: 'extra' }
    const { scores } = scored(
      scheme({
        components: [component('base'), component('a', bonus), component('b', bonus)],
        groups: [{ key: 'extra', name: { zh: '加分', en: 'Extra' }, cap: '5' }],
      }),
      { base: [80, 80], a: [3, 1], b: [4, 1] },
    )
    expect(scores.map(({ total, capped }) => [total, capped])).toEqual([
      ['85', [{ group: 'extra', points: '-2' }]],
      ['82', []],
    ])
  })

  it('points by place; places beyond the list and units without a value get none', () => {
    const score: CompositeScheme['components'][number]['score'] = {
      kind: 'rank-points',
      direction: 'lower',
      points: ['10', '6', '3'],
    }
    const { scores } = scored(
      scheme({ missing: 'zero', components: [component('calls', { weight: '10', score })] }),
      {
        calls: [5, 3, 3, 9, undefined],
      },
    )
    expect(scores.map(({ total }) => total)).toEqual(['3', '10', '10', '0', '0'])
    expect(scores[3]!.parts[0]).toMatchObject({ numerator: '4', denominator: '4', isMissing: false })
    expect(scores[4]!.parts[0]).toMatchObject({ numerator: null, isMissing: true })
  })

  it('a missing component, or a target of zero, puts a unit apart and names the component', () => {
    const { scores, apart } = scored(preset('linear'), {
      completion: { actual: [5, 5, null], target: [6, 0, 6] },
    })
    expect(scores.map(({ unit }) => unit)).toEqual([1])
    expect(apart).toEqual([
      { unit: 2, reason: 'component-missing', components: ['completion'] },
      { unit: 3, reason: 'component-missing', components: ['completion'] },
    ])
  })

  it('points by hand count within the limits and keep their reasons', () => {
    const given = [
      { unit: 1, points: '4', reason: 'national prize' },
      { unit: 1, points: '2.5', reason: 'city prize' },
      { unit: 2, points: '-1', reason: 'late report' },
    ]
    const limited = scheme({ components: [component('base')], adjustments: { least: '-3', most: '5' } })
    const { scores } = scored(limited, { base: [80, 80] }, given)
    expect(scores.map(({ total, adjusted }) => [total, adjusted.points, adjusted.isLimited])).toEqual([
      ['85', '5', true],
      ['79', '-1', false],
    ])
    expect(scores[0]!.adjusted.entered).toHaveLength(2)
  })

  it('totals that print alike share the place', () => {
    const { ranking } = scored(scheme({ places: 0, components: [component('base')] }), {
      base: [80.4, 80.1, 79.5],
    })
    expect(ranking.ranked.map(({ rank }) => rank)).toEqual([1, 1, 1])
  })
})

describe('A scheme that cannot be used', () => {
  it.each<[string, Partial<CompositeScheme>]>([
    ['indicators.scheme-key-twice', { components: [component('a'), component('a')] }],
    ['indicators.scheme-group-unknown', { components: [component('a', { group: 'none' })] }],
    [
      'indicators.scheme-points-rise',
      {
        components: [
          component('a', { score: { kind: 'rank-points', direction: 'higher', points: ['9', '10'] } }),
        ],
      },
    ],
    [
      'indicators.scheme-target-not-above-zero',
      {
        components: [
          component('a', { score: { kind: 'linear', direction: 'higher', target: '0', capPercent: null } }),
        ],
      },
    ],
    ['indicators.scheme-limits-crossed', { adjustments: { least: '1', most: '0.5' } }],
  ])('%s', (code, rest) => {
    expect(schemeFaults(scheme(rest)).map((fault) => fault.code)).toEqual([code])
  })
})

it('the parts, caps and bonuses add up to the total, and equal the sum reckoned in whole numbers', () => {
  const sizes = fc.integer({ min: 1, max: 8 }).chain((size) => {
    const column = fc.array(fc.integer({ min: 0, max: 1200 }), { minLength: size, maxLength: size })
    return fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), column), { minLength: 1, maxLength: 4 })
  })
  fc.assert(
    fc.property(sizes, fc.integer({ min: 0, max: 90 }), (drawn, cap) => {
      const all = scheme({
        places: 6,
        components: drawn.map(([weight], at) =>
          component(`c${at}`, { weight: String(weight), group: at % 2 ? 'g' : null }),
        ),
        groups: [{ key: 'g', name: { zh: 'g', en: 'g' }, cap: String(cap) }],
        rankBonus: { top: ['2'], bottom: ['-2'], tiesCancel: false },
      })
      const { scores, ranking } = scored(
        all,
        Object.fromEntries(drawn.map(([, values], at) => [`c${at}`, values.map((v) => v / 10)])),
      )
      for (const { unit, parts, capped, bonus, adjusted, total, exact } of scores) {
        const pieces = [
          ...parts.map(({ points }) => points),
          ...capped.map(({ points }) => points),
          bonus?.points ?? '0',
          adjusted.points,
        ]
        expect(decimalOf(pieces.map(fractionOf).reduce(plus, ZERO), 6)).toBe(total)
        // Thousandths of a point are whole numbers here: tenths × whole weight ÷ 100.
        const thousandths = (at: number) => drawn[at]![0] * drawn[at]![1][unit - 1]!
        const free = drawn.reduce((sum, _, at) => sum + (at % 2 ? 0 : thousandths(at)), 0)
        const grouped = drawn.reduce((sum, _, at) => sum + (at % 2 ? thousandths(at) : 0), 0)
        const sum = free + Math.min(grouped, cap * 1000) + Number(bonus?.points ?? 0) * 1000
        expect(exact.n * 1000n).toBe(BigInt(sum) * exact.d)
      }
      for (const { unit, rank } of ranking.ranked) {
        const own = Number(scores.find((each) => each.unit === unit)!.total)
        expect(rank).toBe(1 + scores.filter(({ total }) => Number(total) > own).length)
      }
    }),
  )
})

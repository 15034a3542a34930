import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bandFaults } from './band-faults.ts'
import { bandOfPace } from './band-of-pace.ts'
import { presetBandSets } from './band-presets.ts'
import type { BandCondition, BandSet } from './band-set.ts'
import { measurePace } from './measure-pace.ts'

const preset = (key: string) => presetBandSets().find((each) => each.key === key)!

/** The band of a share done by a day of 2024, against a linear path. */
const bandOf = (key: string, done: string, through: string) => {
  const target = { value: '100', kind: 'share-done', direction: 'higher', isPercent: true } as const
  const span = { path: { kind: 'linear' }, from: '2024-01-01', to: '2024-12-31', through } as const
  return bandOfPace(preset(key), measurePace(target, done, span))?.key
}

// DOMAIN.md 1.3.
it.each([
  ['yinchuan-2025', '40.01', '2024-06-30', 'green'],
  ['yinchuan-2025', '40', '2024-06-30', 'yellow'],
  ['yinchuan-2025', '20', '2024-06-30', 'yellow'],
  ['yinchuan-2025', '19.99', '2024-06-30', 'red'],
  ['tongliang-2024', '83.91', '2024-09-30', 'reached'],
  ['tongliang-2024', '79.73', '2024-09-30', 'reached'],
  ['tongliang-2024', '73.27', '2024-09-30', 'slightly-below'],
  ['tongliang-2024', '66.24', '2024-09-30', 'below'],
  ['tongliang-2024', '51.70', '2024-09-30', 'clearly-below'],
  ['jinzhai-2025', '100', '2024-06-30', 'completed'],
  ['jinzhai-2025', '56', '2024-06-30', 'ahead'],
  ['jinzhai-2025', '50', '2024-06-30', 'on-pace'],
  ['jinzhai-2025', '49.9', '2024-06-30', 'behind'],
  ['xinhuang-2015', '40', '2024-06-30', 'normal'],
  ['xinhuang-2015', '39.9', '2024-06-30', 'tracked'],
  ['xinhuang-2015', '29.9', '2024-06-30', 'yellow-card'],
])('%s: %s %% by %s is %s', (key, done, through, band) => {
  expect(bandOf(key, done, through)).toBe(band)
})

it('what was not reported has no band', () => {
  for (const set of presetBandSets()) {
    expect(bandOfPace(set, { kind: 'not-reported' })).toBeUndefined()
    expect(bandOfPace(set, { kind: 'unknown', reason: 'target-zero' })).toBeUndefined()
  }
})

const setOf = (...conditions: (BandCondition | null)[]): BandSet => ({
  ...preset('yinchuan-2025'),
  bands: conditions.map((when, at) => ({
    key: `b${at}`,
    name: { zh: '档', en: 'Band' },
    tone: 'behind',
    when,
  })),
})
const gap = (value: string, comparison: BandCondition['comparison'] = 'at-least'): BandCondition => ({
  measure: 'gap',
  comparison,
  value,
})

describe('A band set that cannot be used', () => {
  it.each<[string, BandSet, [string, number][]]>([
    [
      'a band that a former one hides',
      setOf(gap('-10'), gap('0'), null),
      [['indicators.bands-never-shown', 2]],
    ],
    [
      'the same bound twice',
      setOf(gap('0', 'above'), gap('0', 'above'), null),
      [['indicators.bands-never-shown', 2]],
    ],
    [
      'nothing behind a band without a condition',
      setOf(gap('0'), null, null),
      [['indicators.bands-never-shown', 3]],
    ],
    ['no last band for the rest', setOf(gap('0'), gap('-5')), [['indicators.bands-last-has-condition', 2]]],
  ])('%s', (_, set, faults) => {
    expect(bandFaults(set).map(({ code, details }) => [code, details.band])).toEqual(faults)
  })

  it('two bands of one key', () => {
    const { bands } = setOf(gap('0'), null)
    const twice = { ...setOf(), bands: bands.map((band) => ({ ...band, key: 'same' })) }
    expect(bandFaults(twice)).toEqual([
      { code: 'indicators.bands-key-twice', details: { band: 2, key: 'same' } },
    ])
  })

  it('above zero and then at least zero can both be reached', () => {
    expect(bandFaults(setOf(gap('0', 'above'), gap('0'), null))).toEqual([])
    for (const set of presetBandSets()) expect(bandFaults(set), set.key).toEqual([])
  })
})

it('of bands of gaps without a fault each is the name of some gap; a better gap never has a later band', () => {
  const condition = fc
    .tuple(
      fc.integer({ min: -6, max: 6 }),
      fc.constantFrom<BandCondition['comparison'][]>('above', 'at-least'),
    )
    .map(([value, comparison]) => gap(String(value), comparison))
  fc.assert(
    fc.property(fc.array(condition, { minLength: 1, maxLength: 5 }), (conditions) => {
      const set = setOf(...conditions, null)
      const shown = Array.from({ length: 41 }, (_, at) => (20 - at) / 2).map((points) => {
        const target = { value: '0', kind: 'growth', direction: 'higher', isPercent: true } as const
        const span = {
          path: { kind: 'linear' },
          from: '2024-01-01',
          to: '2024-12-31',
          through: '2024-05-01',
        } as const
        const band = bandOfPace(set, measurePace(target, String(points), span))!
        return set.bands.indexOf(band)
      })
      const isEachShown = set.bands.every((_, at) => shown.includes(at))
      expect(bandFaults(set).length === 0).toBe(isEachShown)
      expect([...shown].sort((a, b) => a - b)).toEqual(shown)
    }),
  )
})

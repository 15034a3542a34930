import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AlertRuleOf } from './alert-rule.ts'
import { defaultAlertRules } from './default-alert-rules.ts'
import { findDeclines } from './find-declines.ts'
import { findGap } from './find-gap.ts'
import { findNotReported } from './find-not-reported.ts'
import { findOutlier } from './find-outlier.ts'
import { findRankDrop } from './find-rank-drop.ts'

const subject = { indicator: 'gdp', unit: 'qingdu' }
const months = (count: number) =>
  Array.from(
    { length: count },
    (_, at) => `${2023 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
  )
const seriesOf = (values: (number | null)[]) =>
  months(values.length).map((period, at) => ({
    period,
    value: values[at] == null ? null : String(values[at]),
  }))

describe('Declines in a row', () => {
  const rule: AlertRuleOf<'declines'> = { key: 'three', kind: 'declines', periods: 3 }
  const declines = (values: (number | null)[], worse: 'lower' | 'higher' = 'lower') =>
    findDeclines(rule, subject, { series: seriesOf(values), worse })

  it('three are found with where they began; two are not', () => {
    expect(declines([5, 9, 8, 7, 6])).toEqual({
      cause: 'three|declines|gdp|qingdu|2023-02',
      kind: 'declines',
      period: '2023-05',
      numbers: { declines: 3, since: '2023-02', from: '9', to: '6' },
    })
    expect(declines([9, 8, 7])).toBeUndefined()
    expect(declines([9, 8, 8, 7])).toBeUndefined()
    expect(declines([9, 8, null, 7, 6])).toBeUndefined()
    expect(declines([9, 8, 7, 6, null])).toBeUndefined()
    expect(declines([1, 2, 3, 4], 'higher')).toMatchObject({ numbers: { declines: 3 } })
  })

  it('a fourth decline has the same cause, three after a recovery another', () => {
    const third = declines([9, 8, 7, 6])!.cause
    expect(declines([9, 8, 7, 6, 5])!.cause).toBe(third)
    expect(declines([9, 8, 7, 6, 9, 8, 7, 6])!.cause).not.toBe(third)
  })

  it('fires once for each run, as counted by reading the whole series', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: 0, max: 5 }), { freq: 9 }), { maxLength: 24 }),
        (values) => {
          const causes = new Set<string>()
          for (let end = 1; end <= values.length; end++) {
            const found = declines(values.slice(0, end))
            if (found) causes.add(found.cause)
          }
          // Signs of neighbours as text: runs of at least three d.
          const signs = values
            .slice(1)
            .map((value, at) => (value !== null && values[at] != null && value < values[at] ? 'd' : '.'))
            .join('')
          expect(causes.size).toBe(signs.match(/d{3,}/g)?.length ?? 0)
        },
      ),
    )
  })
})

describe('A gap beyond the limit', () => {
  const rule: AlertRuleOf<'gap'> = { key: 'ten', kind: 'gap', points: '10' }
  const gap = (values: (number | null)[], target = '2023') =>
    findGap(rule, subject, {
      gaps: seriesOf(values).map(({ period, value }) => ({ period, gapPoints: value })),
      target,
    })

  it('is more than the limit, and keeps its cause while it lasts', () => {
    expect(gap([-10])).toBeUndefined()
    expect(gap([15])).toBeUndefined()
    const first = gap([-3, -10.1])!
    expect(first.numbers).toEqual({ gapPoints: '-10.1', limit: '10', since: '2023-02' })
    expect(gap([-3, -10.1, null, -30])!.cause).toBe(first.cause)
    expect(gap([-3, -10.1, -9, -30])!.cause).not.toBe(first.cause)
    expect(gap([-3, -10.1], '2024')!.cause).not.toBe(first.cause)
  })

  it('an unreported period finds nothing by itself', () => {
    expect(gap([-30, null])).toBeUndefined()
    expect(gap([])).toBeUndefined()
  })

  it('fires once for each spell', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: -14, max: -6 }), { freq: 6 }), { maxLength: 12 }),
        (values) => {
          const causes = new Set<string>()
          for (let end = 1; end <= values.length; end++) {
            const found = gap(values.slice(0, end))
            if (found) causes.add(found.cause)
          }
          const known = values.filter((value) => value !== null).map((value) => (value < -10 ? 'b' : '.'))
          expect(causes.size).toBe(known.join('').match(/b+/g)?.length ?? 0)
        },
      ),
    )
  })
})

it('a drop of places fires for its period and table, not for who entered or rose', () => {
  const rule: AlertRuleOf<'rank-drop'> = { key: 'drop', kind: 'rank-drop', places: 3 }
  const drop = (from: number, to: number, table = 'city-wide', period = '2023-04') =>
    findRankDrop(rule, subject, {
      change: { kind: 'moved', unit: 1, from, to, places: from - to },
      table,
      period,
    })
  expect(drop(2, 5)).toMatchObject({ numbers: { from: 2, to: 5, places: 3 } })
  expect(drop(2, 4)).toBeUndefined()
  expect(drop(5, 2)).toBeUndefined()
  expect(
    new Set(
      [drop(2, 5), drop(2, 6), drop(2, 5, 'suburban'), drop(2, 5, 'city-wide', '2023-05')].map(
        (each) => each!.cause,
      ),
    ).size,
  ).toBe(3)
  const change = { kind: 'entered', unit: 1, to: 16, apartThen: null } as const
  expect(findRankDrop(rule, subject, { change, table: 'city-wide', period: '2023-04' })).toBeUndefined()
})

it('not reported: the day after the grace is over, once for a period', () => {
  const rule: AlertRuleOf<'not-reported'> = { key: 'late', kind: 'not-reported', graceDays: 2 }
  const late = (today: string, isReported = false) =>
    findNotReported(rule, subject, { period: '2023-12', dueOn: '2023-12-30', today, isReported })
  expect(late('2024-01-01')).toBeUndefined()
  expect(late('2024-01-02')).toMatchObject({ numbers: { dueOn: '2023-12-30', graceDays: 2 } })
  expect(late('2024-01-02', true)).toBeUndefined()
  expect(late('2024-02-02')!.cause).toBe(late('2024-01-02')!.cause)
})

describe('An outlier', () => {
  const rule: AlertRuleOf<'outlier'> = {
    key: 'far',
    kind: 'outlier',
    deviations: '3.5',
    leastPoints: '2',
    minHistory: 5,
  }
  const outlier = (values: (number | null)[], rest: Partial<typeof rule> = {}) =>
    findOutlier({ ...rule, ...rest }, subject, seriesOf(values))

  it('is far from the median by the unit’s own deviations', () => {
    // Median 5, deviations 0 1 1 1 2: their median 1, the limit 3.5 × 1.4826.
    expect(outlier([5, 4, 6, 6, 3, 10.19])).toMatchObject({
      numbers: { median: '5', deviation: '1', limit: '5.1891', history: 5 },
    })
    expect(outlier([5, 4, 6, 6, 3, 10.18])).toBeUndefined()
    expect(outlier([5, 4, 6, 6, 3, -0.19])).toBeDefined()
  })

  it('one wild year in the history hides nothing', () => {
    expect(outlier([5, 4, 6, 6, 900, 4, 30])).toBeDefined()
  })

  it('needs a history, a value, and a least distance when nothing ever moved', () => {
    expect(outlier([5, 4, 6, 6, 90])).toBeUndefined()
    expect(outlier([5, null, 4, 6, 6, 90])).toBeUndefined()
    expect(outlier([5, 4, 6, 6, 3, null])).toBeUndefined()
    expect(outlier([5, 5, 5, 5, 5, 6.9])).toBeUndefined()
    expect(outlier([5, 5, 5, 5, 5, 7])).toBeDefined()
  })

  it('equals the reckoning with doubles on whole numbers, and cares neither for order nor for scale', () => {
    const median = (numbers: number[]) => {
      const sorted = [...numbers].sort((a, b) => a - b)
      return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2
    }
    const history = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 5, maxLength: 15 })
    fc.assert(
      fc.property(history, fc.integer({ min: -300, max: 300 }), (former, newest) => {
        const center = median(former)
        const limit = 3.5 * 1.4826 * median(former.map((each) => Math.abs(each - center)))
        const distance = Math.abs(newest - center)
        fc.pre(Math.abs(distance - limit) > 1e-6)
        const isFar = distance > limit && distance >= 2
        expect(outlier([...former, newest]) !== undefined).toBe(isFar)
        expect(outlier([...former.reverse(), newest]) !== undefined).toBe(isFar)
        const scaled = [...former, newest].map((each) => each * 7)
        expect(outlier(scaled, { leastPoints: '14' }) !== undefined).toBe(isFar)
      }),
    )
  })
})

it('the rules to begin with hold one of each kind under a key of its own', () => {
  const rules = defaultAlertRules()
  expect(rules.map(({ kind }) => kind)).toEqual(['declines', 'gap', 'rank-drop', 'not-reported', 'outlier'])
  expect(new Set(rules.map(({ key }) => key)).size).toBe(rules.length)
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftSheet } from './draft-sheet.ts'
import { edgePlaces, isAtBottom, isNearTop } from './near-edge.ts'
import { planDraft } from './plan-draft.ts'
import { closedItem, facts, item, pace, standing } from './testing.ts'

const kinds = (given: Parameters<typeof facts>[0]) => draftSheet(facts(given)).map(({ kind }) => kind)
const codes = (given: Parameters<typeof facts>[0], at = 0) =>
  draftSheet(facts(given))[at]?.draft.map(({ code }) => code)

describe('places', () => {
  it('are told for a fifth of the cohort at most, never more than three, and not in a cohort of four', () => {
    expect([4, 5, 7, 11, 16, 100].map(edgePlaces)).toEqual([0, 1, 2, 3, 3, 3])
  })

  it('never praise and blame one place, and always both ends of a large enough cohort', () => {
    const place = fc.integer({ min: 1, max: 40 }).chain((of) =>
      fc.integer({ min: 1, max: of }).chain((rank) =>
        fc.record({
          of: fc.constant(of),
          rank: fc.constant(rank),
          sharedBy: fc.integer({ min: 1, max: of - rank + 1 }),
        }),
      ),
    )
    fc.assert(
      fc.property(place, (at) => {
        expect(isNearTop(at) && isAtBottom(at)).toBe(false)
        if (at.of < 5) expect(isNearTop(at) || isAtBottom(at)).toBe(false)
        else if (at.rank === 1) expect(isNearTop(at)).toBe(true)
        else if (at.rank + at.sharedBy - 1 === at.of && !isNearTop(at)) expect(isAtBottom(at)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it('three from the bottom of sixteen is told, four is not; a shared place counts as the last of those who share it', () => {
    expect(kinds({ standings: [standing({ rank: 14 })] })).toEqual(['bottom-of-cohort'])
    expect(kinds({ standings: [standing({ rank: 13 })] })).toEqual([])
    expect(kinds({ standings: [standing({ rank: 13, sharedBy: 2 })] })).toEqual(['bottom-of-cohort'])
  })

  it('a gain of two is a strength, a fall of two a shortfall, one of either nothing', () => {
    expect(kinds({ standings: [standing({ places: 2 })] })).toEqual(['rank-gain'])
    expect(kinds({ standings: [standing({ places: -2 })] })).toEqual(['rank-fall'])
    expect(kinds({ standings: [standing({ places: 1 }), standing({ code: 'b', places: -1 })] })).toEqual([])
  })

  it('a first tells its streak, what was gained and the change on the year, with the table as source', () => {
    const first = standing({ rank: 1, places: 2, growth: '7.128' })
    const given = {
      standings: [first],
      firsts: new Map([['output', { length: 3, since: '2024-01', isExact: true }]]),
    }
    expect(kinds(given)).toEqual(['first'])
    expect(codes(given)).toEqual(['rank', 'streak', 'places-up', 'growth-up'])
    expect(draftSheet(facts(given))[0]?.sources).toEqual([
      // Also the table of which the former place is told.
      expect.objectContaining({ label: expect.objectContaining({ value: '50' }) }),
      {
        kind: 'league',
        href: '/indicators/output?period=2023-12&asOf=3',
        label: { title: '产值', key: 'output', rank: 3, period: '2023-12' },
      },
    ])
    expect(draftSheet(facts({ ...given, standings: [{ ...first, places: 0 }] }))[0]?.sources).toEqual([
      {
        kind: 'league',
        href: '/indicators/output?period=2024-03&asOf=3',
        label: {
          title: '产值',
          key: 'output',
          value: '50',
          unit: '亿元',
          rank: 1,
          of: 16,
          period: '2024-03',
          vintage: 3,
          source: '市统计局',
        },
      },
    ])
  })
})

describe('figures', () => {
  it('of percentages the points are told, and fewer are better where less is better', () => {
    const share = { code: 'share', unit: '%', growth: '5', change: '1.2', rank: null }
    expect(codes({ standings: [standing(share)] })).toEqual(['figure', 'points-up'])
    const worse = standing({ ...share, direction: 'lower' })
    expect(kinds({ standings: [worse] })).toEqual([])
    const better = standing({ code: 'waste', direction: 'lower', growth: '-3', rank: null })
    expect(codes({ standings: [better] })).toEqual(['figure', 'growth-down'])
  })

  it('are rounded to the decimals of their indicator, and kept whole in the source', () => {
    const computed = standing({ value: '7.128456789', growth: '5', decimals: 1, rank: null })
    const [line] = draftSheet(facts({ standings: [computed] }))
    expect(line?.draft[0]?.params.value).toEqual({ value: '7.1', unit: '亿元' })
    expect(line?.sources[0]?.label.value).toBe('7.128456789')
  })

  it('are not told twice, and the largest ten changes stand', () => {
    const many = Array.from({ length: 14 }, (_, at) =>
      standing({ code: `c${at}`, growth: String(at + 1), rank: null }),
    )
    const lines = draftSheet(facts({ standings: [...many, standing({ rank: 2, growth: '99' })] }))
    expect(lines.map(({ key }) => key)).toEqual([
      'rank-near-top:output',
      ...[13, 12, 11, 10, 9, 8, 7, 6, 5, 4].map((at) => `figure:c${at}`),
    ])
  })
})

describe('pace', () => {
  it.each([
    ['5', ['ahead-of-pace']],
    ['4.99', []],
    ['-2', []],
    ['-2.01', ['behind-pace']],
  ])('%s points from what was expected', (gapPoints, expected) => {
    expect(kinds({ pace: [pace({ gapPoints })] })).toEqual(expected)
  })

  it('of a target that holds at any time speaks of the target and not of a schedule', () => {
    const growth = pace({ kind: 'growth', expectedPercent: null, donePercent: null, gapPoints: '-3' })
    expect(codes({ pace: [growth] })).toEqual(['target-worse'])
    expect(codes({ pace: [pace({ gapPoints: '-3' })] })).toEqual(['pace-behind'])
  })
})

describe('items', () => {
  it('closed are a strength when four of five were on time, and tell how many were due', () => {
    const onTime = Array.from({ length: 4 }, () => closedItem())
    const late = closedItem({ daysLate: 3 })
    const due = item({ dueOn: '2024-03-01', daysLate: 40 })
    const lines = draftSheet(facts({ items: [...onTime, late, due] }))
    expect(lines.find(({ kind }) => kind === 'items-closed')?.draft).toEqual([
      { code: 'items-closed', params: { count: 5, onTime: 4, of: 6 } },
    ])
    expect(lines.find(({ kind }) => kind === 'items-overdue')?.draft[0]?.params).toEqual({
      count: 1,
      of: 1,
      title: '渔港码头改造',
      days: 40,
    })
    expect(lines.find(({ kind }) => kind === 'items-late')?.draft[0]?.params).toEqual({ count: 1, of: 5 })
    expect(kinds({ items: [...onTime.slice(1), late] })).toEqual(['items-late'])
  })

  it('of others, and closed in another quarter, are not counted', () => {
    expect(
      kinds({ items: [item({ isLead: false, daysLate: 9 }), closedItem({ closedOn: '2023-12-31' })] }),
    ).toEqual([])
  })

  it('overdue for one more day say the same, with another deadline something else', () => {
    const late = item({ daysLate: 4 })
    const basisOf = (each: typeof late) => draftSheet(facts({ items: [each] }))[0]?.basis
    expect(basisOf({ ...late, daysLate: 5 })).toEqual(basisOf(late))
    expect(basisOf({ ...late, dueOn: '2024-06-30' })).not.toEqual(basisOf(late))
  })
})

it('tells an alert only where no line tells its indicator to be short', () => {
  const alert = {
    id: 'a1',
    kind: 'decline',
    code: 'output',
    period: '2024-03',
    sentence: { zh: '降', en: 'falls' },
  }
  expect(kinds({ alerts: [alert] })).toEqual(['alert'])
  expect(kinds({ alerts: [alert], standings: [standing({ rank: 16 })] })).toEqual(['bottom-of-cohort'])
  expect(kinds({ alerts: [alert], standings: [standing({ rank: 1 })] })).toEqual(['rank-near-top', 'alert'])
})

describe('drafting again', () => {
  const stored = fc.record({
    key: fc.constantFrom('a', 'b', 'c', 'd'),
    kind: fc.constantFrom('figure', 'own'),
    position: fc.integer({ min: 1, max: 9 }),
    words: fc.option(fc.constant('words')),
    fingerprint: fc.constantFrom('1', '2'),
    is_outcome_decided: fc.boolean(),
  })
  const fresh = fc.record({
    key: fc.constantFrom('a', 'b', 'c', 'e'),
    fingerprint: fc.constantFrom('1', '2'),
  })
  const unique = { selector: ({ key }: { key: string }) => key }

  it('writes over nothing that a person wrote, adds what is new once, and loses nothing', () => {
    fc.assert(
      fc.property(fc.uniqueArray(stored, unique), fc.uniqueArray(fresh, unique), (lines, now) => {
        const plan = planDraft(lines, now)
        for (const { line } of plan.renew) {
          expect([line.words, line.is_outcome_decided, line.kind]).toEqual([null, false, 'figure'])
        }
        expect(plan.add.every(({ key }) => lines.every((line) => line.key !== key))).toBe(true)
        expect(plan.add.length).toBe(now.filter(({ key }) => !lines.some((line) => line.key === key)).length)
        const differs = lines.filter(
          (line) =>
            line.kind !== 'own' && now.find(({ key }) => key === line.key)?.fingerprint !== line.fingerprint,
        )
        expect(plan.renew.length + plan.stale.length).toBe(differs.length)
        expect(lines.every(({ position }) => position < plan.nextPosition)).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})

import { describe, expect, it } from 'vitest'
import { rankColumn } from '../league/rank-column.ts'
import { columnOf, everyone } from '../league/testing.ts'
import { type ClaimEvidence, type ClaimMatch, checkClaim } from './check-claim.ts'
import type { Claim } from './claim.ts'
import type { FigureNumbers } from './figure-numbers.ts'
import { yearStanding } from './year-standing.ts'

const rank = (streakYears: number | null = null): Claim => ({
  kind: 'rank',
  subject: '社零总额增速',
  period: '2023',
  quote: [],
  scope: '全市',
  position: 1,
  streakYears,
})
const match = (rest: Partial<ClaimMatch> = {}): ClaimMatch => ({
  measure: 'growth',
  scope: { kind: 'cohort', cohort: 'city-wide' },
  periods: ['2023', '2022'],
  ...rest,
})

/** Unit 1's standings by years of growth in tenths of a per cent, newest first. */
const tables = (vintage: number, years: (number | undefined)[][]): ClaimEvidence => ({
  vintage,
  standings: years.map((values, back) => {
    const rules = { direction: { kind: 'higher' }, ties: 'standard', missing: 'apart' } as const
    const column = columnOf(values, { scale: 1, vintage })
    return yearStanding(
      String(2023 - back),
      rankColumn(column, { rules, comparability: everyone(values.length) }),
      1,
    )
  }),
})

describe('A place on two vintages', () => {
  it('right on the vintage of its day, revised since: both vintages and both numbers are told', () => {
    const verdict = checkClaim(rank(), match(), {
      ofDay: tables(2, [[82, 79, 60]]),
      now: tables(5, [[75, 79, 60]]),
    })
    expect(verdict).toMatchObject({
      verdict: 'confirmed',
      vintage: 2,
      since: 'confirmed-then-revised',
      numbers: [{ rank: 1, value: '8.2' }],
      newest: {
        vintage: 5,
        finding: { verdict: 'contradicted', numbers: [{ rank: 2, value: '7.5', leadersValue: '7.9' }] },
      },
    })
  })

  it('a streak stands or falls with each of its years on that vintage', () => {
    const both = tables(2, [
      [82, 79],
      [40, 39],
    ])
    const lost = tables(5, [
      [82, 79],
      [38, 39],
    ])
    expect(checkClaim(rank(2), match(), { ofDay: both, now: both })).toMatchObject({
      verdict: 'confirmed',
      since: 'unchanged',
    })
    expect(checkClaim(rank(2), match(), { ofDay: both, now: lost }).since).toBe('confirmed-then-revised')
    expect(checkClaim(rank(2), match(), { ofDay: null, now: lost })).toMatchObject({
      verdict: 'contradicted',
      vintage: 5,
      since: 'published-later',
    })
    expect(checkClaim(rank(2), match(), { ofDay: tables(2, [[82, 79]]), now: both }).since).toBe(
      'confirmed-after-revision',
    )
  })
})

describe('What cannot be decided by a table', () => {
  const now: ClaimEvidence = { vintage: 3 }
  const verdictOf = (claim: Claim, rest: Partial<ClaimMatch> = {}, evidence: Partial<ClaimEvidence> = {}) => {
    const { verdict, reasons } = checkClaim(claim, match(rest), { ofDay: null, now: { ...now, ...evidence } })
    return [verdict, ...reasons]
  }

  it('is unknown with its reason', () => {
    expect(verdictOf({ ...rank(), kind: 'first' } as Claim)).toEqual(['unknown', 'not-measurable'])
    expect(verdictOf(rank(), { scope: { kind: 'unknown', reason: 'scope-missing' } })).toEqual([
      'unknown',
      'scope-missing',
    ])
    expect(verdictOf(rank(), { scope: { kind: 'external', scope: 'national' } })).toEqual([
      'unknown',
      'external-missing',
    ])
    expect(verdictOf(rank())).toEqual(['unknown', 'period-missing'])
  })

  it('outside the city the printed place of the period decides', () => {
    const external = [{ period: '2023', position: 1, of: 31, source: 'Ministry bulletin' }]
    expect(verdictOf(rank(), { scope: { kind: 'external', scope: 'national' } }, { external })).toEqual([
      'confirmed',
      'external-holds',
    ])
  })
})

it('a figure is weighed on both vintages too', () => {
  const claim: Claim = {
    kind: 'metric',
    subject: '地区生产总值',
    period: '2023',
    quote: ['实现地区生产总值1234.5亿元'],
    value: '123450000000',
    unitOfMeasure: '元',
    qualifier: null,
    change: '+5.2%',
    isTarget: false,
  }
  const figure = (level: string, growth: string): FigureNumbers => ({
    period: '2023',
    level,
    growth,
    measure: '亿元',
    pointsChange: null,
    share: null,
    done: null,
    target: null,
    targetGrowth: null,
  })
  const evidence = (vintage: number, level: string): ClaimEvidence => ({
    vintage,
    figure: figure(level, '5.2'),
  })
  const verdict = checkClaim(claim, match({ measure: 'level' }), {
    ofDay: evidence(1, '1234.52'),
    now: evidence(4, '1301.07'),
  })
  expect(verdict).toMatchObject({ verdict: 'confirmed', since: 'confirmed-then-revised', vintage: 1 })
  expect(verdict.newest?.finding).toMatchObject({ verdict: 'contradicted', reasons: ['figure-differs'] })
  expect(checkClaim(claim, match(), { ofDay: null, now: { vintage: 1 } }).reasons).toEqual(['figure-missing'])
})

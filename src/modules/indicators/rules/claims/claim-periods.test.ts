import { describe, expect, it } from 'vitest'
import { claimPeriods, type PeriodQuestion } from './claim-periods.ts'
import { resolveScope } from './resolve-scope.ts'

const asked = (rest: Partial<PeriodQuestion>) =>
  claimPeriods({
    claimPeriod: null,
    reportPeriod: null,
    reportDay: '2024-01-31',
    streakYears: null,
    published: [],
    ...rest,
  })
const short = (rest: Partial<PeriodQuestion>) => {
  const found = asked(rest)
  return found.kind === 'known' ? [found.periods.join(' '), found.from, found.isPublished] : found.reason
}

describe('The period of a claim', () => {
  const published = ['2022', '2023', '2023-01/2023-09', '2023Q1', '2023-12', '2024-01']

  it('is its own; the same stretch has one name', () => {
    expect(short({ claimPeriod: '2023', published })).toEqual(['2023', 'claim', true])
    expect(short({ claimPeriod: '2023-01/2023-03', published })).toEqual(['2023Q1', 'claim', true])
    expect(short({ claimPeriod: '2023-01/2023-12', published })).toEqual(['2023', 'claim', true])
  })

  it('前三季度 is never the year', () => {
    expect(short({ claimPeriod: '2023-01/2023-09', published: ['2023'] })).toEqual([
      '2023-01/2023-09',
      'claim',
      false,
    ])
  })

  it('else the report’s, else the newest before the report, the longer first, and it is said', () => {
    expect(short({ reportPeriod: '2023Q1', published })).toEqual(['2023Q1', 'report', true])
    expect(short({ reportPeriod: '2024Q1', published, reportDay: '2024-01-15' })).toEqual([
      '2023',
      'newest-published',
      true,
    ])
    expect(short({ reportPeriod: '2024Q1', published, reportDay: '2024-02-01' })).toEqual([
      '2024-01',
      'newest-published',
      true,
    ])
    expect(short({ reportPeriod: '2024Q1' })).toEqual(['2024Q1', 'report', false])
    expect(short({})).toBe('no-period')
    expect(short({ claimPeriod: '去年' })).toBe('period-unreadable')
  })

  it('of a streak is the same stretch of each year', () => {
    expect(short({ claimPeriod: '2023', streakYears: 5, published })).toEqual([
      '2023 2022 2021 2020 2019',
      'claim',
      true,
    ])
    expect(asked({ claimPeriod: '2023', streakYears: 2_000_000_000 })).toMatchObject({
      periods: { length: 100 },
    })
    expect(short({ claimPeriod: '2023-01/2023-09', streakYears: 2, published })).toEqual([
      '2023-01/2023-09 2022-01/2022-09',
      'claim',
      true,
    ])
  })
})

describe('The scope of a claim', () => {
  const cohorts = [
    { key: 'city-wide', name: '全市', aliases: ['各区', '本市'] },
    { key: 'suburban', name: '郊区', aliases: ['各郊区', '涉农区'] },
    { key: 'central', name: '中心城区', aliases: [] },
  ]
  it.each([
    ['全市', 'city-wide'],
    ['本市', 'city-wide'],
    ['各郊区', 'suburban'],
    ['全市各郊区', 'suburban'],
    ['全市郊区', 'suburban'],
    [' 中心城区 ', 'central'],
  ])('%s is %s', (scope, cohort) => {
    expect(resolveScope(scope, cohorts)).toEqual({ kind: 'cohort', cohort })
  })

  it.each([
    ['全国', 'national'],
    ['我国', 'national'],
    ['全省', 'provincial'],
    ['全球', 'world'],
    ['长三角', 'regional'],
  ])('%s lies outside: %s', (scope, external) => {
    expect(resolveScope(scope, cohorts)).toEqual({ kind: 'external', scope: external })
  })

  it.each([
    [null, 'scope-missing'],
    ['', 'scope-missing'],
    ['全省高新区', 'scope-unknown'],
    ['全国主要城市', 'scope-unknown'],
    ['远郊区', 'scope-unknown'],
    ['同类口岸', 'scope-unknown'],
  ])('%s is not guessed', (scope, reason) => {
    expect(resolveScope(scope, cohorts)).toEqual({ kind: 'unknown', reason })
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../../../platform/testing/index.ts'
import { findClaims, getClaim } from '../../queries/claims/claims.ts'
import { ListClaims } from '../../schema/claims.ts'
import { checkClaims } from './check-claims.ts'
import { claimsDesk, figure, publishFixture, rank, short } from './testing.ts'

let city: TestCity
const { officer, accept, check, verdicts } = claimsDesk(() => city)
beforeAll(async () => {
  city = await openTestCity()
  await publishFixture(city)
})
afterAll(() => city?.close())

describe('A claim of a report', () => {
  it('comes with its accepted statement and the indicator that stands out; unconfirmed it stays unknown', async () => {
    const [statement] = await accept(rank('云泊新区', '规上工业总产值'))
    const claim = await getClaim(city.as('liaison', { unit: 'heting' }), statement!.id)
    expect(claim).toMatchObject({
      reportDate: '2024-04-30',
      unit: { key: 'yunbo' },
      match: { state: 'suggested', indicator: 'industry', measure: 'level', scope: 'city-wide', by: null },
      verdict: null,
    })
    expect(claim.suggestions[0]).toMatchObject({ indicator: 'industry', measure: 'level' })
    const sheet = await check(statement!.reportId)
    expect(sheet).toMatchObject({ unknown: { count: 1, of: 1 }, confirmed: { count: 0, of: 1 }, vintage: 1 })
    expect(sheet.lines.map(short)).toEqual([['unknown', 'match-unconfirmed']])
    expect(sheet.lines[0]!.evidence!.ifMatchIsRight).toEqual({
      verdict: 'confirmed',
      reasons: ['rank-holds'],
    })
  })

  it('holds or does not hold, with the numbers and the vintage that decide', async () => {
    const lines = await verdicts(
      rank('云泊新区', '规上工业总产值'),
      rank('鹤汀区', '规上工业总产值'),
      rank('云泊新区', '规上工业总产值', { streakYears: 5 }),
      rank('鹤汀区', '规上工业总产值', { streakYears: 5, position: 2 }),
      figure('青渡区', '社会消费品零售总额', '4300000000', '+7.5%'),
      figure('青渡区', '社会消费品零售总额', '4500000000'),
    )
    expect(lines.map(short)).toEqual([
      ['confirmed', 'rank-holds'],
      ['contradicted', 'rank-differs'],
      ['confirmed', 'all-years-hold'],
      ['contradicted', 'a-year-differs'],
      ['confirmed', 'figure-exact'],
      ['contradicted', 'figure-differs'],
    ])
    expect(lines.every(({ vintage }) => vintage === 1)).toBe(true)
    const wrong = lines[1]!.evidence!
    expect(wrong.numbers[0]).toMatchObject({ rank: 2, of: 7, value: '80', leadersValue: '104', claimed: 1 })
    expect(Object.values(wrong.units)).toEqual(['云泊新区'])
    expect(lines[2]!.evidence!.periods).toEqual(['2023', '2022', '2021', '2020', '2019'])
    expect(lines[3]!.evidence!.numbers.map(({ rank: place }) => place)).toEqual([2, 2, 3, 2, 2])
  })

  it('cannot be known where a year, a comparison, an indicator or a source is missing', async () => {
    const lines = await verdicts(
      rank('云泊新区', '规上工业总产值', { streakYears: 7 }),
      rank('云泊新区', '规上工业总产值', {}, '2015'),
      rank('苇洲区', '绿化覆盖率'),
      rank('云泊新区', '群众文艺团队活跃度'),
      rank('云泊新区', '规上工业总产值', { scope: '全国' }),
      { kind: 'first', unit: '云泊新区', subject: '智能工厂', period: null },
    )
    expect(lines.map(short)).toEqual([
      ['contradicted', 'a-year-differs'],
      ['unknown', 'period-missing'],
      ['unknown', 'unit-apart'],
      ['unknown', 'no-indicator'],
      ['unknown', 'external-missing'],
      ['unknown', 'not-measurable'],
    ])
    const [missing] = await verdicts(rank('云泊新区', '社会消费品零售总额', { streakYears: 3 }))
    expect(short(missing!)).toEqual(['unknown', 'year-unknown'])
  })
})

describe('Who may', () => {
  it('everybody of the city reads; a liaison, a leader and an auditor check nothing', async () => {
    const [statement] = await accept(rank('云泊新区', '规上工业总产值'))
    for (const role of ['liaison', 'leader', 'auditor'] as const) {
      const ctx = city.as(role, { unit: 'yunbo' })
      expect(
        (await findClaims(ctx, ListClaims.parse({ unit: 'yunbo', verdict: 'unchecked' }))).total,
      ).toBeGreaterThan(0)
      await expect(checkClaims(ctx, { report: statement!.reportId })).rejects.toMatchObject({
        kind: 'forbidden',
      })
    }
  })

  it('lists by report, match and verdict', async () => {
    const lines = await verdicts(rank('云泊新区', '规上工业总产值'), rank('鹤汀区', '规上工业总产值'))
    const report = lines[0]!.reportId
    const list = async (query: object) =>
      (await findClaims(officer(), ListClaims.parse({ report, ...query }))).claims.map(({ id }) => id)
    expect(await list({})).toEqual(lines.map(({ id }) => id))
    expect(await list({ verdict: 'contradicted' })).toEqual([lines[1]!.id])
    expect(await list({ unit: 'heting' })).toEqual([lines[1]!.id])
    expect(await list({ match: 'suggested' })).toEqual([])
  })
})

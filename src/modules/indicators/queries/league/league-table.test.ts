import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../../../platform/testing/index.ts'
import { AskTable, type LeagueTable } from '../../schema.ts'
import { defineForTest, publishForTest } from '../../testing.ts'
import { leagueTable } from './league-table.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
  const ctx = city.as('statistician')
  await defineForTest(ctx, { code: 'base', measure: '件' })
  await defineForTest(ctx, {
    code: 'rate',
    measure: '%',
    comparability: {
      minimumBase: { indicator: 'base', value: '10' },
      exclusions: [{ unit: 'wangxi', reason: '未开展', from: '2024-02-01', to: null }],
    },
  })
  await publishForTest(ctx, {
    base: { '2024-02': { yunbo: '12', heting: '20', qingdu: '9.9', jinting: '30', wangxi: '40' } },
    rate: {
      '2023-12': { yunbo: '90', heting: '80', jinting: '70' },
      '2024-01': { yunbo: '91', heting: '95.50', jinting: '91', wangxi: '99' },
      '2024-02': { yunbo: '95.5', heting: '95.5', qingdu: '100', jinting: '60', wangxi: '99' },
    },
  })
  await publishForTest(ctx, { rate: { '2024-02': { heting: '94.25' } } })
})
afterAll(() => city?.close())

const ask = (query: Partial<Record<string, string>>) =>
  leagueTable(city.as('liaison', { unit: 'yunbo' }), 'rate', AskTable.parse({ period: '2024-02', ...query }))
const places = (table: LeagueTable) => table.rows.map(({ key, rank, value }) => [key, rank, value])

describe('The league table of an indicator', () => {
  it('ranks who is comparable and lists the others apart with the reason', async () => {
    const table = await ask({})
    expect(places(table)).toEqual([
      ['yunbo', 1, '95.5'],
      ['heting', 2, '94.25'],
      ['jinting', 3, '60'],
    ])
    const reasons = Object.fromEntries(table.apart.map(({ key, reason }) => [key, reason]))
    expect(reasons).toMatchObject({ qingdu: 'below-base', wangxi: 'excluded' })
    expect(table.apart.find(({ key }) => key === 'wangxi')).toMatchObject({ note: '未开展', value: '99' })
    expect(table).toMatchObject({ asOf: 2, vintage: 2, formerPeriod: '2024-01' })
  })

  it('is the same again as of the vintage before the revision', async () => {
    const before = await ask({ asOf: '1' })
    expect(places(before)).toEqual([
      ['yunbo', 1, '95.5'],
      ['heting', 1, '95.5'],
      ['jinting', 3, '60'],
    ])
    expect(before.rows[0]).toMatchObject({ sharedBy: 2 })
    expect(before).toMatchObject({ asOf: 1, vintage: 1 })
    await publishForTest(city.as('statistician'), { rate: { '2024-02': { jinting: '61' } } })
    expect(await ask({ asOf: '1' })).toEqual(before)
  })

  it('keeps to the cohort', async () => {
    const table = await ask({ cohort: 'suburban', asOf: '2' })
    expect(places(table)).toEqual([
      ['yunbo', 1, '95.5'],
      ['heting', 2, '94.25'],
    ])
    await expect(ask({ cohort: '火星' })).rejects.toMatchObject({ code: 'indicators.no-such-cohort' })
  })
})

describe('What a place tells', () => {
  it('is how it moved, how far it is to the next, and since when it is held', async () => {
    const ctx = city.as('statistician')
    await defineForTest(ctx, { code: 'led' })
    await publishForTest(ctx, {
      led: {
        '2023-10': { yunbo: '1', heting: '2' },
        '2023-11': { yunbo: '3', heting: '2' },
        '2023-12': { yunbo: '3', heting: '3' },
        '2024-01': { yunbo: '5', heting: '4.5', qingdu: '4.9' },
      },
    })
    const table = await leagueTable(ctx, 'led', AskTable.parse({ period: '2024-01' }))
    const [yunbo, qingdu, heting] = table.rows
    expect(yunbo).toMatchObject({
      key: 'yunbo',
      places: 0,
      toNextBetter: null,
      toNextWorse: { amount: '0.1', units: ['qingdu'] },
      streak: { length: 3, since: '2023-11', shared: 1, isExact: true },
    })
    expect(qingdu).toMatchObject({ key: 'qingdu', rank: 2, formerRank: null, places: null, streak: null })
    expect(heting).toMatchObject({ rank: 3, formerRank: 1, places: -2, toFirst: '0.5', formerValue: '3' })
    expect(table.isSameField).toBe(false)
  })

  it('is not said to be older than the data', async () => {
    const table = await leagueTable(city.as('leader'), 'led', AskTable.parse({ period: '2023-10' }))
    expect(table.rows[0]).toMatchObject({ key: 'heting', streak: { length: 1, isExact: false } })
    expect(table.formerPeriod).toBeNull()
  })

  it('may be that of growth on the same period last year', async () => {
    const ctx = city.as('statistician')
    await defineForTest(ctx, { code: 'grown' })
    await publishForTest(ctx, {
      grown: {
        '2023-01': { yunbo: '200', heting: '3', qingdu: '0', jinting: '10' },
        '2024-01': { yunbo: '210', heting: '4', qingdu: '5', wangxi: '1', jinting: '9.99' },
      },
    })
    const table = await leagueTable(ctx, 'grown', AskTable.parse({ period: '2024-01', measure: 'growth' }))
    expect(places(table)).toEqual([
      ['heting', 1, '33.333333333333'],
      ['yunbo', 2, '5'],
      ['jinting', 3, '-0.1'],
    ])
    expect(table.unitOfMeasure).toBe('%')
    const reasons = Object.fromEntries(table.apart.map(({ key, reason }) => [key, reason]))
    expect(reasons).toMatchObject({ qingdu: 'base-missing', wangxi: 'base-missing' })
  })
})

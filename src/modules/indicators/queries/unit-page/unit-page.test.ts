import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../../../platform/testing/index.ts'
import { changeDefinition } from '../../commands/define/change-definition.ts'
import { AskComparison, AskSeries, AskTable, AskUnitPage, ListIndicators } from '../../schema.ts'
import { defineForTest, publishForTest } from '../../testing.ts'
import { leagueTable } from '../league/league-table.ts'
import { listIndicators } from '../list-indicators.ts'
import { series } from '../series.ts'
import { compareUnits } from './compare-units.ts'
import { unitFirsts } from './unit-firsts.ts'
import { unitPage } from './unit-page.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
  const ctx = city.as('statistician')
  await defineForTest(ctx, { code: 'a', measure: '亿元' })
  await defineForTest(ctx, { code: 'b', direction: 'lower' })
  await defineForTest(ctx, { code: 'c' })
  await publishForTest(ctx, {
    a: {
      '2023-02': { yunbo: '8', heting: '10' },
      '2024-01': { yunbo: '9', heting: '10' },
      '2024-02': { yunbo: '10', heting: '9.5', qingdu: '11' },
    },
    b: { '2024-01': { yunbo: '3', heting: '2', qingdu: '3' } },
  })
  await publishForTest(ctx, { a: { '2024-01': { yunbo: '9.75' } } })
})
afterAll(() => city?.close())

it('shows a unit its place, change, growth and last values in every indicator, as the tables have them', async () => {
  const ctx = city.as('liaison', { unit: 'heting' })
  const page = await unitPage(ctx, 'yunbo', AskUnitPage.parse({}))
  expect(page.total).toBe(3)
  expect(page.standings).toMatchObject([
    {
      code: 'a',
      period: '2024-02',
      value: '10',
      rank: 2,
      of: 3,
      places: 0,
      growth: '25',
      change: '2',
      points: ['8', '9.75', '10'],
    },
    { code: 'b', period: '2024-01', value: '3', rank: 2, sharedBy: 2, of: 3, places: null, growth: null },
    { code: 'c', period: null, value: null, rank: null, reason: 'not-reported', points: [] },
  ])
  const table = await leagueTable(ctx, 'a', AskTable.parse({ period: '2024-02' }))
  expect(table.rows.find(({ key }) => key === 'yunbo')).toMatchObject({ rank: 2, places: 0, value: '10' })
})

it('shows it as of a former vintage, and for a period that is asked for', async () => {
  const ctx = city.as('leader')
  const page = await unitPage(ctx, city.unitId('yunbo'), AskUnitPage.parse({ asOf: '1', period: '2024-01' }))
  expect(page.standings[0]).toMatchObject({ period: '2024-01', value: '9', points: ['8', '9'] })
  await expect(unitPage(ctx, 'nobody', AskUnitPage.parse({}))).rejects.toMatchObject({
    code: 'indicators.no-such-unit',
  })
})

it('lists the indicators with the newest period of each, and the vintage that gave it', async () => {
  const { indicators } = await listIndicators(city.as('leader'), ListIndicators.parse({}))
  expect(indicators.map(({ code, latest }) => [code, latest])).toEqual([
    ['a', { period: '2024-02', vintage: 1 }],
    ['b', { period: '2024-01', vintage: 1 }],
    ['c', null],
  ])
})

it('says where it is first and since when, and not where it is not', async () => {
  const { firsts } = await unitFirsts(city.as('leader'), 'heting', AskUnitPage.parse({ period: '2024-01' }))
  expect(firsts).toEqual([
    {
      code: 'a',
      name: 'a',
      nameEn: '',
      period: '2024-01',
      of: 2,
      sharedBy: 1,
      streak: { length: 1, since: '2024-01', shared: 0, isExact: false },
    },
    expect.objectContaining({ code: 'b', of: 3 }),
  ])
  const none = await unitFirsts(city.as('leader'), 'yunbo', AskUnitPage.parse({}))
  expect(none.firsts).toEqual([])
})

it('sets two units side by side', async () => {
  const { rows } = await compareUnits(city.as('officer'), AskComparison.parse({ units: 'yunbo,heting' }))
  expect(rows.map(({ difference, better }) => [difference, better])).toEqual([
    ['0.5', 'first'],
    ['1', 'second'],
    [null, null],
  ])
})

it('gives the series of any vintage with what was revised', async () => {
  const ask = (query: object) =>
    series(city.as('auditor'), 'a', AskSeries.parse({ units: 'yunbo,qingdu', ...query }))
  expect(await ask({})).toMatchObject({
    periods: ['2023-02', '2024-01', '2024-02'],
    units: [
      { key: 'yunbo', values: ['8', '9.75', '10'] },
      { key: 'qingdu', values: [null, null, '11'] },
    ],
    revisions: [{ period: '2024-01', unit: 'yunbo', vintage: 1, value: '9' }],
  })
  expect(await ask({ asOf: '1', from: '2024-01' })).toMatchObject({
    periods: ['2024-01', '2024-02'],
    units: [{ values: ['9', '10'] }, { values: [null, '11'] }],
    revisions: [],
  })
})

it('takes a new unit of the register in without being told', async () => {
  const { sql } = await import('kysely')
  await sql`insert into units.unit (tenant_id, id, key, kind, name, position)
    values (${city.tenant.id}, '00000000-0000-7000-8000-00000000abcd', 'new-district', 'district', '新设区', 999)`.execute(
    city.database.owner,
  )
  const ctx = city.as('officer')
  // Whatever is written moves the journal, by which the register is read again.
  await publishForTest(city.as('statistician'), { c: { '2024-01': { yunbo: '1' } } })
  const page = await unitPage(ctx, 'new-district', AskUnitPage.parse({}))
  expect(page.unit).toMatchObject({ name: '新设区' })
})

it('says no growth across a day from which the definition counts otherwise, as tables do not', async () => {
  const ctx = city.as('statistician')
  await defineForTest(ctx, { code: 'broken' })
  await publishForTest(ctx, { broken: { '2023-02': { yunbo: '8' }, '2024-02': { yunbo: '9' } } })
  const change = { version: 1, validFrom: '2024-01-01', definition: '含新口径', note: '口径调整' }
  await changeDefinition(ctx, 'broken', change)
  const page = await unitPage(ctx, 'yunbo', AskUnitPage.parse({}))
  expect(page.standings.find(({ code }) => code === 'broken')).toMatchObject({
    value: '9',
    growth: null,
    change: null,
  })
})

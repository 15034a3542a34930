import { read, utils } from '@e965/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { QuarterdeckServer } from '../../../platform/http/index.ts'
import { openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { addAccount, signInOver } from '../../identity/testing.ts'
import { freezeTable } from '../commands/freeze/freeze-table.ts'
import { defineLeague } from '../commands/leagues/define-league.ts'
import { setTargets } from '../commands/targets/set-targets.ts'
import { presetSchemes } from '../rules/league/composite/presets.ts'
import { DefineLeague } from '../schema/composite.ts'
import { FreezeTable, SetTargets } from '../schema.ts'
import { defineForTest, publishForTest } from '../testing.ts'

let city: TestCity
let server: QuarterdeckServer
let headers: Record<string, string>
beforeAll(async () => {
  city = await openTestCity()
  server = await city.http()
  await addAccount(city.asSystem(), { role: 'officer' })
  headers = (await signInOver(server, 'officer')).headers
  const ctx = city.as('statistician')
  await defineForTest(ctx, { code: 'risky', name: '=1+1', measure: '亿元', overTime: 'sum' })
  await defineForTest(ctx, { code: 'people', measure: '万人' })
  await defineForTest(ctx, { code: 'per-head', measure: '万元/人', formula: 'risky ÷ people' })
  await publishForTest(ctx, {
    risky: { '2024-01': { yunbo: '-5.25', heting: '999999999999.999' } },
    people: { '2024-01': { yunbo: '2', heting: '4' } },
  })
  const target = { indicator: 'risky', unit: 'heting', period: '2024', kind: 'cumulative', horizon: 'year' }
  await setTargets(ctx, SetTargets.parse({ targets: [{ ...target, value: '2000' }] }))
  const scheme = {
    ...presetSchemes().find(({ key }) => key === 'linear')!,
    components: [
      {
        ...{ key: 'a', name: { zh: '甲项', en: 'A' }, weight: '100', group: null },
        score: { kind: 'linear', direction: 'higher', target: '1000', capPercent: '120' },
      },
    ],
  }
  const sources = { a: { kind: 'indicator', indicator: 'risky' } }
  const definition = { scheme, sources, cohort: 'city-wide', frequency: 'month' }
  await defineLeague(ctx, DefineLeague.parse({ key: 'one', name: '综合', definition }))
  const frozen = { indicator: 'per-head', period: '2024-01', title: '人均' }
  await freezeTable(ctx, FreezeTable.parse(frozen))
})
afterAll(() => city?.close())

async function fileOf(url: string, english = false) {
  const response = await server.inject({
    url,
    headers: { ...headers, ...(english && { 'accept-language': 'en' }) },
  })
  expect(response.statusCode, response.body.slice(0, 300)).toBe(200)
  return response
}

async function rowsOf(url: string, english = false): Promise<Record<string, unknown>[]> {
  const { rawPayload } = await fileOf(url, english)
  const book = read(rawPayload)
  const sheet = book.Sheets[book.SheetNames[0]!]!
  for (const cell of Object.values(sheet)) expect(cell.f).toBeUndefined()
  return utils.sheet_to_json(sheet)
}

describe('A workbook', () => {
  it('of a league table has numbers for numbers, who is apart below, and what is divided by what', async () => {
    const rows = await rowsOf('/api/indicators/per-head/table/file?period=2024-01')
    expect(rows.slice(0, 2)).toMatchObject([
      { 名次: 1, 单位: '鹤汀区', 分子: 999999999999.999, 分母: 4, 计量单位: '万元/人', 数据版本: 1 },
      { 名次: 2, 单位代码: 'yunbo', 数值: -2.625, 分子: -5.25, 分母: 2 },
    ])
    expect(rows.find(({ 单位代码: key }) => key === 'qingdu')).toMatchObject({ 说明: '未报送' })
    const [english] = await rowsOf('/api/indicators/per-head/table/file?period=2024-01', true)
    expect(english).toMatchObject({ Rank: 1, 'Unit of measure': '万元/人' })
  })

  it('of a unit’s page holds all indicators, and a name that looks like a formula stays a name', async () => {
    const rows = await rowsOf('/api/measured-units/yunbo/page/file')
    expect(rows.find(({ 指标代码: code }) => code === 'risky')).toMatchObject({
      指标: '=1+1',
      数值: -5.25,
      名次: 2,
    })
  })

  it('of two units side by side has both, the difference and who stands better; only what the words find', async () => {
    const rows = await rowsOf('/api/compare/file?units=yunbo,qingdu')
    expect(rows.find(({ 指标代码: code }) => code === 'risky')).toMatchObject({
      云泊新区数值: -5.25,
      云泊新区名次: 2,
      青渡区说明: '未报送',
    })
    const [only, ...others] = await rowsOf('/api/compare/file?units=heting,yunbo&q=per-head', true)
    expect(others).toEqual([])
    expect(Object.values(only!)).toEqual(expect.arrayContaining(['per-head', 1, 2, -2.625]))
    expect(await rowsOf('/api/measured-units/yunbo/page/file?q=per-head')).toHaveLength(1)
  })

  it('of the board of pace, of a composite league, of a publication', async () => {
    const [pace] = await rowsOf('/api/pace/file?period=2024')
    expect(pace).toMatchObject({
      指标: '=1+1',
      单位: '鹤汀区',
      目标: 2000,
      目标种类: '累计',
      目标期限: '年度',
    })
    const [first] = await rowsOf('/api/leagues/one/table/file?period=2024-01')
    expect(first).toMatchObject({ 名次: 1, 单位: '鹤汀区', 得分: 120, 甲项: 120 })
    const publication = await fileOf('/api/publications/1/file')
    expect(publication.headers['content-disposition']).toContain(encodeURIComponent('1-人均.xlsx'))
  })
})

it('As csv a text that a program would run is guarded, a negative number is not', async () => {
  const { body, headers: sent } = await fileOf('/api/measured-units/yunbo/page/file?format=csv')
  expect(sent['content-type']).toBe('text/csv; charset=utf-8')
  expect(body.split('\r\n').find((line) => line.startsWith('risky'))).toMatch(
    /^risky,'=1\+1,2024-01,-5\.25,亿元,2,/,
  )
})

it.each([
  ['/api/indicators/nothing/table/file?period=2024-01', 404],
  ['/api/indicators/risky/table/file?period=2024-13', 400],
  ['/api/indicators/risky/table/file?period=2024-01&format=pdf', 400],
])('%s is refused as JSON: %i', async (url, status) => {
  const response = await server.inject({ url, headers })
  expect([response.statusCode, response.json().status]).toEqual([status, status])
})

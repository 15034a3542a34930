import { afterAll, beforeAll, expect, it } from 'vitest'
import { drainJobs, openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { leagueTable } from '../queries/league/league-table.ts'
import { AskTable } from '../schema.ts'
import { askOverHttp } from '../testing/ask-over-http.ts'
import { defineForTest, publishForTest } from '../testing.ts'

let city: TestCity
let ask: Awaited<ReturnType<typeof askOverHttp>>
const UNITS = ['qingdu', 'wangxi', 'jinting', 'yunbo', 'heting', 'yanshi', 'weizhou']
beforeAll(async () => {
  city = await openTestCity()
  ask = await askOverHttp(city, ['statistician'])
  const ctx = city.as('statistician')
  await defineForTest(ctx, { code: 'output', measure: '亿元', overTime: 'sum' })
  await publishForTest(ctx, {
    output: Object.fromEntries(
      ['2023-01', '2023-02', '2024-01'].map((month, at) => [
        month,
        Object.fromEntries(UNITS.map((unit, of) => [unit, String(100 + of * 7 + at)])),
      ]),
    ),
  })
})
afterAll(() => city?.close())

const sheets = '/api/indicator-sheets'
const HEADING = 'STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,COMMENT_OBS'
const message = (...lines: string[]) => ({
  name: 'm.csv',
  content: [HEADING, ...lines.map((line) => `dataflow,X:Y(1.0),I,${line}`)].join('\n'),
})
const month = (factor: (unit: string) => number) =>
  UNITS.map(
    (unit, of) =>
      `${unit},output,2024-02,${(103 + of * 7) * factor(unit)},${unit === 'yunbo' ? '初步数' : ''}`,
  )

it('A message is checked by the job as soon as it is there, with its problems by line, and publishes nothing', async () => {
  const { status, body } = await ask('POST', sheets, {
    file: message('yunbo,output,2024-02,1,', 'nobody,output,2024-02,1,', 'yunbo,output,2024-02,2,'),
  })
  expect([status, body.state, body.format, body.columns]).toEqual([201, 'checking', 'sdmx-csv', []])
  await drainJobs(city)
  const checked = (await ask('GET', `${sheets}/${body.id}`)).body
  expect(checked).toMatchObject({ state: 'ready', rowsDone: 3, counts: { problems: 2, added: 1 } })
  expect(checked.problems.map(({ row, code }: { row: number; code: string }) => [row, code])).toEqual([
    [3, 'indicators.sdmx-unknown-area'],
    [4, 'indicators.sdmx-said-twice'],
  ])
  expect(checked.problems[1].sentence).toContain('第2行')
  const start = { body: { source: '邻市' } }
  expect((await ask('POST', `${sheets}/${body.id}/start`, start)).body.code).toBe('indicators.import-unsound')
  expect((await ask('POST', `${sheets}/${body.id}/propose`, { body: {} })).body.code).toBe(
    'indicators.import-is-message',
  )
})

it('Its doubts are confirmed one by one, then the job publishes it; a cancelled one is left alone', async () => {
  const uploaded = await ask('POST', sheets, {
    file: message(...month((unit) => (unit === 'yunbo' ? 100 : 1))),
  })
  const path = `${sheets}/${uploaded.body.id}`
  expect((await ask('POST', `${path}/cancel`, { body: {} })).body.state).toBe('cancelled')
  await drainJobs(city)
  const { mapping } = (await ask('GET', path)).body
  expect((await ask('POST', `${path}/check`, { body: mapping })).body.state).toBe('checking')
  await drainJobs(city)
  const checked = (await ask('GET', path)).body
  const doubts = checked.findings.filter(({ severity }: { severity: string }) => severity === 'warning')
  expect(doubts[0]).toMatchObject({ indicator: 'output', units: ['云泊新区'], cells: ['5'] })
  expect(checked.preview[0]).toMatchObject({ unit: expect.any(String), cell: expect.stringMatching(/^\d$/) })
  const start = { body: { source: '邻市' } }
  expect((await ask('POST', `${path}/start`, start)).body.code).toBe('indicators.findings-undecided')
  const decisions = doubts.map(({ id }: { id: string }) => ({
    finding: id,
    decision: 'confirmed',
    reason: '新厂',
  }))
  await ask('POST', `${path}/decide`, { body: { decisions } })
  await ask('POST', `${path}/start`, start)
  await drainJobs(city)
  expect((await ask('GET', path)).body).toMatchObject({ state: 'done', vintage: 2 })
  const table = await leagueTable(city.as('leader'), 'output', AskTable.parse({ period: '2024-02' }))
  expect(table.rows[0]).toMatchObject({ key: 'yunbo', value: '12400', note: '初步数' })
})

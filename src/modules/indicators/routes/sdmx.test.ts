import { existsSync, readFileSync } from 'node:fs'
import { Ajv2019 } from 'ajv/dist/2019.js'
import formats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { QuarterdeckServer } from '../../../platform/http/index.ts'
import { listJournal } from '../../../platform/journal/index.ts'
import { openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { addAccount, type SignedInBrowser, signInOver } from '../../identity/testing.ts'
import { defineForTest, publishForTest } from '../testing.ts'

let city: TestCity
let server: QuarterdeckServer
let statistician: SignedInBrowser
let officer: SignedInBrowser
beforeAll(async () => {
  city = await openTestCity()
  server = await city.http()
  for (const role of ['statistician', 'officer'] as const) await addAccount(city.asSystem(), { role })
  statistician = await signInOver(server, 'statistician')
  officer = await signInOver(server, 'officer')
  const ctx = city.as('statistician')
  await defineForTest(ctx, { code: 'output', name: '产值', measure: '亿元', overTime: 'sum' })
  await defineForTest(ctx, { code: 'people.all', name: '人口', measure: '万人' })
  await defineForTest(ctx, { code: 'per-head', measure: '元/人', formula: 'output ÷ people.all' })
  await publishForTest(ctx, {
    output: { '2024-01': { yunbo: '10.5', heting: '7' }, '2024-02': { yunbo: '11', heting: '8' } },
    'people.all': { '2024-01': { yunbo: '20', heting: '16' } },
  })
  await publishForTest(ctx, { output: { '2024-02': { yunbo: '11.25', heting: null } } })
})
afterAll(() => city?.close())

const get = (query: string, headers: Record<string, string> = {}) =>
  server.inject({ url: `/api/sdmx/data?${query}`, headers: { ...officer.headers, ...headers } })

function post(text: string | Buffer, { by = statistician, fields = { source: '测试' } as object } = {}) {
  const boundary = 'b0undary'
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const file = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="m.csv"\r\n\r\n`
  return server.inject({
    method: 'POST',
    url: '/api/sdmx/data',
    headers: { ...by.headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([
      Buffer.from(parts.join('') + file),
      Buffer.from(text),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  })
}

const HEADING = 'STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE'
const csv = (...lines: string[]) => [HEADING, ...lines.map((line) => `dataflow,X:Y(1.0),${line}`)].join('\n')
const flow = 'dataflow,QUARTERDECK:CITY_INDICATORS(1.0.0),I'

describe('Observations go out', () => {
  it('as csv, each with the vintage that said so last; what is computed when it is named', async () => {
    const response = await get('indicators=output')
    expect(response.headers['content-type']).toBe(
      'application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8',
    )
    expect(response.body.trim().split('\r\n').slice(1)).toEqual([
      `${flow},M,yunbo,output,2024-01,10.5,亿元,A,,1`,
      `${flow},M,heting,output,2024-01,7,亿元,A,,1`,
      `${flow},M,yunbo,output,2024-02,11.25,亿元,A,,2`,
      `${flow},M,heting,output,2024-02,,亿元,M,,2`,
    ])
    expect((await get('indicators=per-head')).body).toContain(`${flow},M,yunbo,per-head,2024-01,5250,元/人,A`)
    expect((await get('')).body).not.toContain('per-head')
  })

  it('by units and periods, and as of a vintage', async () => {
    const response = await get('units=yunbo&from=2024-02&asOf=1')
    expect(response.body.trim().split('\r\n').slice(1)).toEqual([
      `${flow},M,yunbo,output,2024-02,11,亿元,A,,1`,
    ])
  })

  const schemas = new URL('../../../../../shared/data/sdmx-json/', import.meta.url)
  it.skipIf(!existsSync(schemas))('as json by the official schema, also when there is none', async () => {
    const validate = (kind: string, body: string) => {
      const ajv = new Ajv2019({ strict: false, allErrors: true })
      formats.default(ajv)
      const file = new URL(`${kind}-message/tools/schemas/sdmx-json-${kind}-schema.json`, schemas)
      const check = ajv.compile(JSON.parse(readFileSync(file, 'utf8')))
      check(JSON.parse(body))
      return check.errors ?? []
    }
    const accept = { accept: 'application/vnd.sdmx.data+json;version=2.0.0' }
    const response = await get('', accept)
    expect(response.headers['content-type']).toContain('vnd.sdmx.data+json')
    expect(validate('data', response.body)).toEqual([])
    expect(Object.keys(response.json().data.dataSets[0].series)).toHaveLength(4)
    expect(validate('data', (await get('from=2030-01&format=json')).body)).toEqual([])
    const structure = await server.inject({ url: '/api/sdmx/structure', headers: officer.headers })
    expect(validate('structure', structure.body)).toEqual([])
  })

  it.each([
    ['indicators=nothing', 404, 'indicators.no-such-indicator'],
    ['units=nobody', 404, 'indicators.no-such-unit'],
    ['from=2024-13', 400, 'indicators.bad-period'],
  ])('and %s is refused', async (query, status, code) => {
    const response = await get(query)
    expect([response.statusCode, response.json().code]).toEqual([status, code])
  })
})

describe('A message comes in', () => {
  it('as a vintage, in the units of measure of the city, and a second time as nothing', async () => {
    const message = csv('I,yunbo,output,2024-03,125000,万元', 'I,heting,output,2024-03,7.5,亿元')
    const first = await post(message)
    expect([first.statusCode, first.json()]).toMatchObject([
      201,
      { kind: 'published', unchanged: 0, vintage: { number: 3, rows: 2, source: '测试' } },
    ])
    expect((await get('indicators=output&from=2024-03')).body).toContain(
      'yunbo,output,2024-03,12.5,亿元,A,,3',
    )
    const again = await post(message)
    expect([again.statusCode, again.json()]).toEqual([200, { kind: 'unchanged', unchanged: 2 }])
    const { entries } = await city.as('auditor').transaction((tx) => listJournal(tx, { pageSize: 50 }))
    const published = entries.filter(({ action }) => action === 'indicators.published')
    expect(published[0]).toMatchObject({ subjectId: '3', detail: { format: 'sdmx-csv', fileName: 'm.csv' } })
  })

  it.each(['csv', 'json'])('that went out as %s, and changes nothing', async (format) => {
    const { body } = await get(`format=${format}`)
    const response = await post(body)
    expect([response.statusCode, response.json()]).toMatchObject([200, { kind: 'unchanged' }])
  })

  it('that deletes, and withdraws', async () => {
    expect((await post(csv('D,heting,output,2024-03,,'))).statusCode).toBe(201)
    expect((await get('indicators=output&units=heting&from=2024-03')).body).toContain(',,亿元,M,,')
  })

  it('with problems: all told by their lines, in the reader’s language, and nothing published', async () => {
    const before = (await get('')).body
    const message = csv(
      'I,yunbo,output,2024-04,1,亿元',
      'I,nobody,output,2024-04,1,亿元',
      'I,yunbo,nothing,2024-04,1,亿元',
      'I,yunbo,output,2024-04,1,万人',
      'I,yunbo,output,2024-Q1,1,亿元',
      'I,yunbo,per-head,2024-04,1,元/人',
      'I,yunbo,output,2024-04,2,亿元',
      'I,yunbo,output,2024-99,2,亿元',
    )
    const response = await post(message)
    expect(response.statusCode).toBe(422)
    const { problems, total } = response.json()
    expect(total).toBe(7)
    expect(problems.map(({ at, code }: Record<string, string>) => [at, code])).toEqual([
      ['9', 'indicators.sdmx-no-period'],
      ['3', 'indicators.sdmx-unknown-area'],
      ['4', 'indicators.sdmx-unknown-indicator'],
      ['5', 'indicators.sdmx-measure-differs'],
      ['6', 'indicators.sdmx-frequency'],
      ['7', 'indicators.sdmx-computed'],
      ['8', 'indicators.sdmx-said-twice'],
    ])
    expect(problems[6].message).toBe(
      '第8行：同一单位、同一时期给了两个数值，“2”与第2行的“1”。请只保留正确的一个。',
    )
    expect((await get('')).body).toBe(before)
  })

  it.each([
    ['nothing in it', csv(), 'indicators.sdmx-empty'],
    ['another encoding', Buffer.from([0xb2, 0xb4, 0xbd, 0xad]), 'indicators.sdmx-no-utf8'],
    ['a table that is none', 'a,b\n1,2', 'indicators.sdmx-lacks-columns'],
    ['half of a json', '{"data":', 'indicators.sdmx-no-json'],
  ])('with %s is refused', async (_, message, code) => {
    const response = await post(message)
    expect([response.statusCode, response.json().problems[0].code]).toEqual([422, code])
  })

  it('without a source, or from an officer, not at all', async () => {
    const message = csv('I,yunbo,output,2024-04,1,亿元')
    const unnamed = await post(message, { fields: {} })
    expect([unnamed.statusCode, unnamed.json().code]).toEqual([400, 'indicators.sdmx-no-source'])
    expect((await post(message, { by: officer })).statusCode).toBe(403)
  })
})

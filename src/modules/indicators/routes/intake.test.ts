import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drainJobs, openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { askOverHttp } from '../testing/ask-over-http.ts'
import { defineForTest } from '../testing.ts'

let city: TestCity
let ask: Awaited<ReturnType<typeof askOverHttp>>
beforeAll(async () => {
  city = await openTestCity()
  ask = await askOverHttp(city, ['statistician', 'officer', 'liaison', 'auditor'])
  const ctx = city.as('statistician')
  await defineForTest(ctx, { code: 'output', name: '产值', measure: '亿元', frequency: 'year' })
})
afterAll(() => city?.close())

const NOBODY = '00000000-0000-7000-8000-00000000abcd'
const sheets = '/api/indicator-sheets'
const entry = { indicator: 'output', unit: 1, version: 0, value: '1' }
const chosen = { period: '2023', readings: [{ indicator: 'output', unit: 1, version: 1 }] }
const file = { name: 't.csv', content: '单位,2023年\n云泊新区,12\n鹤汀区,9\n' }

/** Method, path, body, who may not although signed in. */
const ROUTES = [
  ['POST', sheets, undefined, ['officer', 'liaison', 'auditor']],
  ['GET', sheets, undefined, ['officer', 'liaison', 'auditor']],
  ['GET', `${sheets}/${NOBODY}`, undefined, ['officer', 'liaison']],
  ['POST', `${sheets}/${NOBODY}/propose`, {}, ['officer', 'liaison']],
  ['POST', `${sheets}/${NOBODY}/check`, mapping(), ['officer', 'liaison']],
  ['POST', `${sheets}/${NOBODY}/decide`, { decisions: [] }, ['officer', 'liaison']],
  ['POST', `${sheets}/${NOBODY}/start`, { source: '年鉴' }, ['officer', 'liaison']],
  ['POST', `${sheets}/${NOBODY}/cancel`, {}, ['officer', 'liaison']],
  ['GET', `${sheets}/${NOBODY}/problems`, undefined, ['officer', 'liaison']],
  ['GET', '/api/readings?period=2023', undefined, ['officer', 'auditor']],
  ['PUT', '/api/readings', { period: '2023', entries: [entry] }, ['officer', 'auditor']],
  ['POST', '/api/readings/verify', chosen, ['officer', 'liaison']],
  ['POST', '/api/readings/return', { ...chosen, reason: '请核对' }, ['officer', 'liaison']],
] as const

function mapping(fields: object = {}) {
  const value = {
    role: 'value',
    indicator: 'output',
    aspect: 'level',
    period: '2023',
    unit: null,
    measure: null,
  }
  return {
    columns: [{ role: 'unit' }, value],
    table: { indicator: null, measure: null, period: null, unit: null },
    signs: {
      triangleIsNegative: false,
      parenthesesAreNegative: false,
      ellipsisIsZero: false,
      dashIsZero: false,
    },
    totals: 'skip',
    indicatorNames: {},
    unitNames: {},
    ...fields,
  }
}

describe('Who may', () => {
  it.each(ROUTES)('%s %s: only those of the trade, and nobody unknown', async (method, url, body, roles) => {
    const given = url === sheets && method === 'POST' ? { file } : body === undefined ? {} : { body }
    expect((await ask(method, url, { as: null, ...given })).status).toBe(401)
    for (const as of roles) {
      const [zh, en] = [
        await ask(method, url, { as, ...given }),
        await ask(method, url, { as, ...given, english: true }),
      ]
      expect([as, zh.status, zh.body.code]).toEqual([as, 403, 'kernel.forbidden'])
      expect(zh.body.detail).toMatch(/\p{Script=Han}/u)
      expect(en.body.detail).toMatch(/^[\x20-\x7e“”‘’]+$/)
    }
  })

  it('a liaison sees and reports the own unit only', async () => {
    const grid = (await ask('GET', '/api/readings?period=2023', { as: 'liaison' })).body
    expect(grid.units.map(({ key }: { key: string }) => key)).toEqual(['yunbo'])
    const other = (await ask('GET', '/api/readings?period=2023')).body.units.find(
      ({ key }: { key: string }) => key === 'heting',
    )
    const body = { period: '2023', entries: [{ ...entry, unit: other.number }] }
    expect((await ask('PUT', '/api/readings', { as: 'liaison', body })).status).toBe(403)
  })
})

describe('What is malformed is told by its field, in either language', () => {
  it.each([
    ['POST', `${sheets}/x/propose`, {}, 'params.id'],
    ['POST', `${sheets}/${NOBODY}/propose`, { firstHeadingRow: 0 }, 'body.firstHeadingRow'],
    ['POST', `${sheets}/${NOBODY}/check`, mapping({ totals: 'add' }), 'body.totals'],
    ['POST', `${sheets}/${NOBODY}/check`, mapping({ unitNames: { 甲: -1 } }), 'body.unitNames.甲'],
    [
      'POST',
      `${sheets}/${NOBODY}/decide`,
      { decisions: [{ finding: 'x', decision: 'no' }] },
      'body.decisions.0.decision',
    ],
    ['POST', `${sheets}/${NOBODY}/start`, { source: ' ' }, 'body.source'],
    ['POST', `${sheets}/${NOBODY}/start`, { source: 'x', into: 'air' }, 'body.into'],
    ['GET', '/api/readings', undefined, 'querystring.period'],
    ['PUT', '/api/readings', { period: '2023', entries: [] }, 'body.entries'],
    ['PUT', '/api/readings', { period: '2023', entries: [{ ...entry, unit: 0 }] }, 'body.entries.0.unit'],
    ['POST', '/api/readings/verify', { ...chosen, readings: [] }, 'body.readings'],
    ['POST', '/api/readings/return', chosen, 'body.reason'],
  ] as const)('%s %s %j', async (method, url, body, path) => {
    const given = body === undefined ? {} : { body }
    const [zh, en] = [await ask(method, url, given), await ask(method, url, { ...given, english: true })]
    expect([zh.status, en.status, zh.body.code]).toEqual([400, 400, 'kernel.invalid-request'])
    expect(zh.body.details.fields[0].path).toBe(path)
    expect(zh.body.details.fields[0].message).toMatch(/\p{Script=Han}/u)
    expect(en.body.details.fields[0].message).toMatch(/^[\x20-\x7e“”‘’≤≥]+$/)
  })

  it.each([
    ['GET', `${sheets}/${NOBODY}`, undefined, 404, 'indicators.no-such-import'],
    ['POST', `${sheets}/${NOBODY}/check`, mapping(), 404, 'indicators.no-such-import'],
    ['GET', '/api/readings?period=2023-13', undefined, 400, 'indicators.bad-period'],
    ['PUT', '/api/readings', { period: '2023-01', entries: [entry] }, 400, 'indicators.reading-frequency'],
    ['POST', '/api/readings/verify', { ...chosen, period: 'soon' }, 400, 'indicators.bad-period'],
  ] as const)('%s %s is refused with %i %s', async (method, url, body, status, code) => {
    const given = body === undefined ? {} : { body }
    const [zh, en] = [await ask(method, url, given), await ask(method, url, { ...given, english: true })]
    expect([zh.status, zh.body.code, en.body.code]).toEqual([status, code, code])
    expect(zh.body.detail).toMatch(/\p{Script=Han}/u)
    expect(en.body.detail).not.toMatch(/\p{Script=Han}/u)
  })

  it('a file that is no table is refused, and so is none', async () => {
    const broken = await ask('POST', sheets, {
      file: { name: 'x.exe', content: 'MZ\u0000\u0001' },
      english: true,
    })
    expect(broken.status).toBe(400)
    expect(broken.body.detail).not.toMatch(/\p{Script=Han}/u)
    expect((await ask('POST', sheets, { body: {} })).status).toBeGreaterThanOrEqual(400)
  })
})

it('A table goes all the way over HTTP, and what comes out of turn is refused in words', async () => {
  const uploaded = await ask('POST', sheets, { file })
  expect(uploaded).toMatchObject({ status: 201, body: { state: 'uploaded', fileName: 't.csv' } })
  const path = `${sheets}/${uploaded.body.id}`
  const early = await ask('POST', `${path}/start`, { body: { source: '年鉴' } })
  expect([early.status, early.body.code]).toEqual([409, 'indicators.import-busy'])
  expect(early.body).toMatchObject({ details: { state: 'uploaded' } })
  expect(early.body.detail).toContain('“已上传，待核对”')
  expect(
    (await ask('POST', `${path}/start`, { body: { source: 'x' }, english: true })).body.detail,
  ).toContain('uploaded')
  const twice = mapping({ columns: [{ role: 'unit' }, { role: 'unit' }] })
  expect((await ask('POST', `${path}/check`, { body: twice })).body.code).toBe('indicators.sheet-no-values')
  const columns = [...mapping().columns, { role: 'ignored' }]
  expect((await ask('POST', `${path}/check`, { body: mapping({ columns }) })).body.code).toBe(
    'indicators.sheet-column-count',
  )
  expect((await ask('POST', `${path}/check`, { body: mapping() })).body.state).toBe('checking')
  await drainJobs(city)
  const checked = (await ask('GET', path)).body
  expect(checked).toMatchObject({ state: 'ready', counts: { added: 2, problems: 0 } })
  const unknown = { body: { decisions: [{ finding: 'none', decision: 'confirmed', reason: '' }] } }
  expect((await ask('POST', `${path}/decide`, unknown)).body.code).toBe('indicators.no-such-finding')
  expect((await ask('POST', `${path}/cancel`, { body: {} })).body.detail).toContain('“核对完成，待发布”')
  expect((await ask('GET', `${path}/problems`)).body.code).toBe('indicators.no-problems')
  expect((await ask('POST', `${path}/start`, { body: { source: '年鉴' } })).body.state).toBe('running')
  await drainJobs(city)
  expect((await ask('GET', path)).body).toMatchObject({ state: 'done', vintage: 1 })
  expect((await ask('GET', sheets)).body[0]).toMatchObject({ fileName: 't.csv', state: 'done' })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { QuarterdeckServer } from '../../platform/http/index.ts'
import { openTestCity, type TestCity } from '../../platform/testing/index.ts'
import { addAccount, type SignedInBrowser, signInOver } from '../identity/testing.ts'
import { closeExtractionWorkers } from './intake/extract-in-worker.ts'
import type { Report, ReportSummary, Statement } from './schema.ts'

const TEXT = [
  '泊江市召开一季度工作会议',
  '本报讯（记者）昨天，泊江市召开一季度工作会议。会议由市长主持，云泊新区、青渡区、市交通委作交流发言。',
  '云泊新区去年规上工业总产值增速全市第一。在发展壮大农村集体经济、停车位建设等方面还有不足。',
  '会议指出，市交通委要在6月底前完成枢纽改造。',
].join('\n')

let city: TestCity
let server: QuarterdeckServer
let officer: SignedInBrowser
let auditor: SignedInBrowser
beforeAll(async () => {
  city = await openTestCity()
  server = await city.http()
  await addAccount(city.asSystem(), { role: 'officer' })
  await addAccount(city.asSystem(), { role: 'auditor' })
  officer = await signInOver(server, 'officer')
  auditor = await signInOver(server, 'auditor')
})
afterAll(async () => {
  await city.close()
  await closeExtractionWorkers()
})

const get = async <T>(url: string, by = officer) => {
  const response = await server.inject({ url, headers: by.headers })
  expect(response.statusCode, response.body).toBe(200)
  return response.json<T>()
}
const post = (url: string, payload: object, by = officer) =>
  server.inject({ method: 'POST', url, headers: by.headers, payload })

/** A form as a browser sends it. */
function form(fileName: string, bytes: Buffer, fields: Record<string, string>) {
  const boundary = '----quarterdeck'
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: text/plain\r\n\r\n`
  return {
    headers: { ...officer.headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([
      Buffer.from(parts.join('') + head),
      bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  }
}

/** Bytes that the platform's own decoder reads as this text: found by decoding every pair once. */
function inGb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030')
  const pairs = new Map<string, readonly number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      pairs.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
    }
  }
  return Buffer.from([...text].flatMap((one) => pairs.get(one) ?? [one.charCodeAt(0)]))
}

test('a pasted text is received, read, decided and journalled over HTTP', async () => {
  const created = await post('/api/reports', { text: TEXT, reportDate: '2024-04' })
  expect(created.statusCode, created.body).toBe(201)
  const { id } = created.json<ReportSummary>()
  const report = await get<Report>(`/api/reports/${id}`)
  expect(report).toMatchObject({ text: TEXT, format: 'pasted', reportDate: '2024-04' })

  const { statements } = await get<{ statements: Statement[] }>(`/api/reports/${id}/statements`)
  expect(statements.length).toBeGreaterThan(0)
  for (const { spans, quote } of statements) {
    expect(spans.map(([start, end]) => TEXT.slice(start, end))).toEqual(quote)
  }

  const again = await post('/api/reports', { text: TEXT })
  expect([again.statusCode, again.json().code, again.json().details]).toEqual([
    409,
    'reports.already-received',
    { id },
  ])

  const at = TEXT.indexOf('停车位建设')
  const added = await post(`/api/reports/${id}/statements`, {
    kind: 'shortfall',
    span: [at, at + 5],
    unitId: city.unitId('yunbo'),
    subject: '停车位建设',
  })
  expect(added.statusCode, added.body).toBe(201)
  const statement = added.json<Statement>()
  const corrected = await server.inject({
    method: 'PATCH',
    url: `/api/statements/${statement.id}`,
    headers: officer.headers,
    payload: { version: 1, subject: '公共停车位建设' },
  })
  expect(corrected.json()).toMatchObject({ subject: '公共停车位建设', version: 2 })
  const decided = await post(`/api/statements/${statement.id}/decide`, { version: 2, decision: 'accept' })
  expect(decided.json()).toMatchObject({ status: 'accepted', version: 3 })
  const bulk = await post(`/api/reports/${id}/accept-above`, { minConfidence: 0 })
  expect(bulk.json().accepted + (bulk.json().skipped[0]?.count ?? 0)).toBe(statements.length)

  const journal = await get<{ total: number }>(`/api/journal?subjectId=${statement.id}`, auditor)
  expect(journal.total).toBe(3)
  const versions = await get<{ statements: Statement[] }>(`/api/statements/${statement.id}/versions`, auditor)
  expect(versions.statements.map(({ subject, version }) => [subject, version])).toEqual([
    ['停车位建设', 1],
    ['公共停车位建设', 2],
  ])
})

test('a dropped file is received in its own encoding', async () => {
  const text = `${TEXT}\n（市发展改革委供稿）`
  const response = await server.inject({
    method: 'POST',
    url: '/api/reports',
    ...form('会议.txt', inGb18030(text), { reportDate: '2024-04-03' }),
  })
  expect(response.statusCode, response.body).toBe(201)
  const report = await get<Report>(`/api/reports/${response.json().id}`)
  expect(report).toMatchObject({ text, encoding: 'gb18030', fileName: '会议.txt', reportDate: '2024-04-03' })
  const { reports } = await get<{ reports: ReportSummary[] }>('/api/reports?pageSize=1')
  expect(reports).toHaveLength(1)
})

test('bad input is refused in a sentence and stores nothing', async () => {
  const before = (await get<{ total: number }>('/api/reports')).total
  const empty = await server.inject({
    method: 'POST',
    url: '/api/reports',
    ...form('空.txt', Buffer.alloc(0), {}),
  })
  expect([empty.statusCode, empty.json().code]).toEqual([400, 'reports.empty-file'])
  const badDate = await server.inject({
    method: 'POST',
    url: '/api/reports',
    ...form('会议.txt', Buffer.from(TEXT), { reportDate: '去年' }),
  })
  expect(badDate.json()).toMatchObject({
    code: 'reports.malformed-date',
    detail: expect.stringContaining('去年'),
  })
  for (const reportDate of ['2024-13', '2024-02-30', '2024-00-01']) {
    expect((await post('/api/reports', { text: TEXT, reportDate })).statusCode).toBe(400)
  }
  expect((await post('/api/reports', { text: '' })).statusCode).toBe(400)
  expect((await post('/api/reports', { text: '今天天气很好。' })).json().code).toBe('reports.no-meeting')
  expect((await get<{ total: number }>('/api/reports')).total).toBe(before)
})

test('an auditor reads reports and hands in none', async () => {
  await get('/api/reports', auditor)
  expect((await post('/api/reports', { text: TEXT }, auditor)).statusCode).toBe(403)
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { addAccount, type SignedInBrowser, signInOver } from '../../identity/testing.ts'
import { defineForTest, publishForTest } from '../../indicators/testing.ts'
import type { FigureCheck } from './schema.ts'

let city: TestCity
let app: Awaited<ReturnType<TestCity['http']>>
let officer: SignedInBrowser
const DISTRICTS = ['qingdu', 'wangxi', 'jinting', 'yunbo', 'heting', 'yanshi', 'weizhou']

beforeAll(async () => {
  city = await openTestCity()
  const ctx = city.as('statistician')
  await defineForTest(ctx, {
    code: 'industry',
    name: '规模以上工业总产值',
    frequency: 'year',
    measure: '亿元',
  })
  const values = Object.fromEntries(DISTRICTS.map((key, at) => [key, String(100 - at)]))
  await publishForTest(ctx, { industry: { '2023': { ...values, yunbo: '120.4' } } })
  app = await city.http()
  await addAccount(city.asSystem(), { role: 'officer' })
  await addAccount(city.asSystem(), { role: 'auditor' })
  officer = await signInOver(app, 'officer')
})
afterAll(() => city?.close())

async function check(text: string, date?: string): Promise<FigureCheck> {
  const response = await app.inject({
    method: 'POST',
    url: '/api/figure-check',
    headers: officer.headers,
    payload: { text, ...(date && { date }) },
  })
  expect(response.statusCode, response.body).toBe(200)
  return response.json()
}
const told = ({ findings }: FigureCheck) =>
  findings.map(({ kind, severity, expected }) => [kind, severity, expected])

describe('POST /api/figure-check', () => {
  it('tells what a text contradicts itself in, in words, with offsets into the text', async () => {
    const answer = await check('今天天气很好。企业从400家增加到500家，增长20.0%。')
    expect(told(answer)).toEqual([['growth', 'error', '25%']])
    const [finding] = answer.findings
    expect(finding!.figures.map(([a, b]) => answer.text.slice(a, b))).toEqual(['400家', '500家', '20.0%'])
    expect(finding!.says).toBe('增幅与基数不符：(500 − 400) ÷ 400 = 25% ≠ 20.0%')
    expect(answer).toMatchObject({ isDated: false, counts: { error: 1, warning: 0, note: 0 } })
  })

  it('reads a file by the same door and stores nothing', async () => {
    const boundary = 'quarterdeck'
    const file = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="草稿.txt"\r\ncontent-type: text/plain\r\n\r\n户数从400户增加到500户，增长20.0%。\r\n--${boundary}--\r\n`
    const before = await app.inject({ url: '/api/reports', headers: officer.headers })
    const response = await app.inject({
      method: 'POST',
      url: '/api/figure-check',
      headers: { ...officer.headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload: Buffer.from(file),
    })
    expect(told(response.json())).toEqual([['growth', 'error', '25%']])
    const after = await app.inject({ url: '/api/reports', headers: officer.headers })
    expect(after.json().total).toBe(before.json().total)
  })

  it('holds ranks against the league table and figures against the indicator, with the vintage', async () => {
    const text = (rank: string, value: string) =>
      `泊江市召开2023年度工作会议\n\n会议听取各区汇报。2023年，云泊新区规模以上工业总产值${value}亿元。鹤汀区2023年规模以上工业总产值居全市第${rank}。`
    const wrong = await check(text('二', '210.4'), '2024-06-30')
    expect(told(wrong)).toEqual([
      ['vintage', 'error', '120.4亿元'],
      ['league', 'error', '5/7'],
    ])
    expect(wrong.findings[1]!.source).toMatchObject({
      kind: 'league',
      href: '/indicators/industry?period=2023&asOf=1',
      label: { rank: 5, of: 7, vintage: 1 },
    })
    expect(wrong.record).toEqual({ ranks: 1, figures: 1, ledger: 0 })
    const sound = await check(text('五', '120.4'), '2024-06-30')
    expect([told(sound), sound.record]).toEqual([[], { ranks: 1, figures: 1, ledger: 0 }])
    // The reading gives the second rank to the unit that opened the sentence: that is no ground for a finding.
    const nearer = await check(text('五', '120.4').replace('元。鹤', '元；鹤'), '2024-06-30')
    expect(told(nearer)).toEqual([])
    const vague = await check('2023年鹤汀区工业发展势头居全市第二。', '2024-06-30')
    expect([told(vague), vague.record.ranks]).toEqual([[], 0])
  })

  it('holds counts against the ledger of today, and only where the text calls it by name', async () => {
    const text = '督查台账共有12项，已办结5项，办结率41.7%。'
    expect(told(await check(text))).toEqual([
      ['ledger', 'warning', '0'],
      ['ledger', 'warning', '0'],
    ])
    expect(told(await check('各类事项共有12项，已办结5项。'))).toEqual([])
    expect(told(await check(text, '2020-01-31'))).toEqual([])
  })

  it('names units that had ended on the day of the text, with the day and their successor', async () => {
    const [finding] = (await check('会议听取旧津区汇报。', '2024-05-31')).findings
    expect(finding).toMatchObject({ kind: 'former-unit', printed: '旧津区', expected: '青渡区' })
    expect(finding!.arithmetic).toContain('2019-03-01')
    expect((await check('会议听取旧津区汇报。', '2018-05-31')).findings).toEqual([])
  })

  it('checks a text of two hundred thousand characters off the main thread', async () => {
    const page = '全区企业从400家增加到500家，增长25.0%。会议强调要扎实推进各项工作。\n'
    const answer = await check(`${page.repeat(5000)}户数从400户增加到500户，增长20.0%。`)
    expect(told(answer)).toEqual([['growth', 'error', '25%']])
  })

  it('refuses an unreadable date and who may not check', async () => {
    const post = (headers: object, payload: object) =>
      app.inject({ method: 'POST', url: '/api/figure-check', headers: { ...headers }, payload })
    expect((await post(officer.headers, { text: '一', date: '去年' })).statusCode).toBe(400)
    const auditor = await signInOver(app, 'auditor')
    expect((await post(auditor.headers, { text: '一' })).statusCode).toBe(403)
  })
})

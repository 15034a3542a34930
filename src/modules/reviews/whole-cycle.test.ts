import { afterAll, beforeAll, expect, test } from 'vitest'
import type { QuarterdeckServer } from '../../platform/http/index.ts'
import { openTestCity, type TestCity } from '../../platform/testing/index.ts'
import { addAccount, type SignedInBrowser, signInOver } from '../identity/testing.ts'
import { storeAcceptedReport } from '../reports/testing.ts'
import type { MatterDetail } from './schema/matter.ts'
import type { OverTime, ReviewsOfReviews } from './schema/over-time.ts'
import type { Drafted, Line, ReviewDetail, Stage } from './schema.ts'

let city: TestCity
let server: QuarterdeckServer
let officer: SignedInBrowser
let yunbo: string
let statementId: string
let matterId: string

beforeAll(async () => {
  city = await openTestCity()
  server = await city.http()
  yunbo = city.unitId('yunbo')
  await addAccount(city.asSystem(), { role: 'officer' })
  await goTo('2024-04-10T02:00:00Z')
  const subject = '发展壮大农村集体经济'
  const says = [{ kind: 'shortfall' as const, subject, quote: subject, unit: '云泊新区' }]
  const report = {
    title: '三季度会议',
    reportDate: '2023-10',
    period: '2023Q3',
    text: `要${subject}。`,
    says,
  }
  statementId = (await storeAcceptedReport(city.as('officer'), report))[0]!.id
  const begun = await call<MatterDetail>('POST', 'matters', {
    parts: [{ kind: 'statement', id: statementId }],
  })
  matterId = begun.id
})
afterAll(() => city.close())

async function goTo(instant: string): Promise<void> {
  city.setClock(instant)
  officer = await signInOver(server, 'officer')
}

async function call<T>(method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, payload?: object): Promise<T> {
  const url = `/api/reviews/${path}`
  const response = await server.inject({ method, url, headers: officer.headers, ...(payload && { payload }) })
  expect({ url, isDone: response.statusCode < 300, body: response.body }).toMatchObject({ isDone: true })
  return response.json<T>()
}

/** Prepares a review whose only sheet says of last time's shortfall what the office found, and holds it. */
async function hold(period: string, heldOn: string, outcome: Line['outcome']): Promise<ReviewDetail> {
  const opened = await call<ReviewDetail>('POST', 'cycles', {
    period,
    title: `${period}工作会议`,
    heldAt: `${heldOn}T09:00:00+08:00`,
  })
  const { version } = await call<ReviewDetail>('PUT', `cycles/${opened.id}/agenda`, {
    version: opened.version,
    points: [{ kind: 'speech', unitId: yunbo }],
  })
  const { sheet } = await call<Drafted>('POST', `cycles/${opened.id}/sheets/${yunbo}/draft`)
  const line = sheet.lines.find(({ side }) => side === 'follow-up')!
  await call('PATCH', `lines/${line.id}`, { version: line.version, outcome })
  const frozen = await enter(opened.id, 'frozen', version)
  await goTo(`${heldOn}T02:00:00Z`)
  return enter(opened.id, 'held', frozen.version)
}

const enter = (id: string, to: Stage, version: number) =>
  call<ReviewDetail>('POST', `cycles/${id}/stage`, { to, version, withStale: true })

test('what a book says of a shortfall, and a later book of that line, stands in the chain of the matter', async () => {
  const first = await hold('2024Q1', '2024-04-13', 'improving')
  expect((await call<MatterDetail>('GET', `matters/${matterId}`)).state).toBe('open')
  const out = await enter(first.id, 'committed', first.version)
  await enter(first.id, 'follow-up', out.version)
  await goTo('2024-07-08T02:00:00Z')
  await hold('2024Q2', '2024-07-12', 'resolved')
  const matter = await call<MatterDetail>('GET', `matters/${matterId}`)
  expect(matter.steps[0]).toMatchObject({ review: '2023Q3', resolvedOn: '2024-07-12' })
  expect(matter.steps[0]!.parts[0]).toMatchObject({
    id: statementId,
    outcome: { period: '2024Q2', outcome: 'resolved' },
  })
  expect(matter.state).toBe('resolved')
})

test('by the next review it was improving, as its sheet said; that it was resolved later counts for no share', async () => {
  const { reviews, resolved } = await call<OverTime>('GET', 'over-time')
  const told = reviews.find(({ review }) => review === '2023Q3')!
  expect(told.next?.review).toBe('2024Q1')
  expect(told.shortfalls.map(({ id, fate }) => [id, fate])).toEqual([[statementId, 'improving']])
  expect(resolved.numerator).toBe(0)
})

test('the review of reviews says which memo went out in time', async () => {
  const { reviews } = await call<ReviewsOfReviews>('GET', 'over-time/reviews')
  expect(
    reviews.map(({ period, stage, memo, staleAtFreeze }) => [period, stage, memo.isOnTime, staleAtFreeze]),
  ).toEqual([
    ['2024Q2', 'held', null, 0],
    ['2024Q1', 'closed', true, 0],
  ])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { QuarterdeckServer } from '../../platform/http/index.ts'
import { openTestCity, type TestCity } from '../../platform/testing/index.ts'
import { addAccount, type SignedInBrowser, signInOver } from '../identity/testing.ts'
import type { Statement } from '../reports/index.ts'
import { storeAcceptedReport } from '../reports/testing.ts'
import type { Note } from './schema/day.ts'
import type { MatterDetail } from './schema/matter.ts'
import type { OverTime, ReviewsOfReviews } from './schema/over-time.ts'
import { storeFrozenReview } from './testing/store-frozen-review.ts'

let city: TestCity
let server: QuarterdeckServer
let officer: SignedInBrowser
let liaison: SignedInBrowser
let reviewId: string
let yunbo: string
let qingdu: string
/** 云泊: economy twice, port; 青渡: parking, lifts. */
const said: Record<string, Statement> = {}

/** A session does not outlive the months between two reviews. */
async function goTo(instant: string): Promise<void> {
  city.setClock(instant)
  officer = await signInOver(server, 'officer')
  liaison = await signInOver(server, 'liaison')
}

async function call<T>(method: 'GET' | 'POST', url: string, { payload = {}, as = officer } = {}): Promise<T> {
  const response = await server.inject({
    method,
    url: `/api/${url}`,
    headers: as.headers,
    ...(method === 'POST' && { payload }),
  })
  expect({ url, isDone: response.statusCode < 300, body: response.body }).toMatchObject({ isDone: true })
  return response.json<T>()
}

async function report(
  period: string,
  reportDate: string,
  short: readonly (readonly [string, string, string])[],
) {
  const says = short.map(([, unit, subject]) => ({
    kind: 'shortfall' as const,
    subject,
    quote: subject,
    unit,
  }))
  const rank = { scope: '全市', position: 3, streakYears: null, streakText: null }
  const praise = { kind: 'rank' as const, subject: '工业增速', quote: '工业增速第三', unit: '云泊新区', rank }
  const text = [...short.map(([, unit, subject]) => `${unit}${subject}。`), '工业增速第三'].join('\n')
  const title = `${period}工作会议`
  const statements = await storeAcceptedReport(city.as('officer'), {
    title,
    reportDate,
    period,
    text,
    says: [...says, praise],
  })
  for (const [i, [key]] of short.entries()) said[key] = statements[i]!
}

const matterOf = (parts: readonly Statement[]) =>
  call<MatterDetail>('POST', 'reviews/matters', {
    payload: { parts: parts.map(({ id }) => ({ kind: 'statement', id })) },
  })

beforeAll(async () => {
  city = await openTestCity()
  server = await city.http()
  yunbo = city.unitId('yunbo')
  qingdu = city.unitId('qingdu')
  await addAccount(city.asSystem(), { role: 'officer' })
  await addAccount(city.asSystem(), { role: 'liaison', unitId: qingdu })
  await goTo('2023-04-12T02:00:00Z')
  await report('2023Q1', '2023-04', [
    ['economy', '云泊新区', '发展壮大农村集体经济'],
    ['parking', '青渡区', '停车位建设'],
    ['port', '云泊新区', '渔港扩建'],
  ])
  const port = await matterOf([said.port!])
  await call('POST', `reviews/matters/${port.id}/items`, {
    payload: { do: 'draft', partId: said.port!.id, content: '渔港扩建方案', leadUnitId: yunbo, dueOn: null },
  })
  await goTo('2023-07-12T02:00:00Z')
  await report('2023Q2', '2023-07', [
    ['again', '云泊新区', '激发农村集体经济内生动力'],
    ['lifts', '青渡区', '老旧小区加装电梯'],
  ])
  await matterOf([said.economy!, said.again!])
  await goTo('2024-02-01T02:00:00Z')
  const late = await call<{ id: string }>('POST', 'items', {
    payload: { title: '春运保障', leadUnitId: qingdu, dueOn: '2024-03-31' },
  })
  await call('POST', `items/${late.id}/review`)
  await call('POST', `items/${late.id}/dispatch`)
  await goTo('2024-04-10T02:00:00Z')
  const lines = [
    {
      unitId: yunbo,
      side: 'follow-up' as const,
      text: '集体经济',
      outcome: 'improving' as const,
      opens: [hrefOf('again')],
    },
    { unitId: qingdu, side: 'shortfall' as const, text: '垃圾分类' },
  ]
  const heldAt = '2024-04-10T01:00:00Z'
  const review = await storeFrozenReview(city.as('officer'), {
    period: '2024Q1',
    heldAt,
    speakers: [yunbo, qingdu],
    lines,
  })
  reviewId = review.id
})
afterAll(() => city.close())

const hrefOf = (key: string) => `/reports/${said[key]!.reportId}?statement=${said[key]!.id}`
const overTime = (query = '', as = officer) => call<OverTime>('GET', `reviews/over-time${query}`, { as })
const fates = ({ reviews }: OverTime) =>
  Object.fromEntries(
    reviews.map(({ review, shortfalls }) => [
      review,
      Object.fromEntries(shortfalls.map(({ text, fate }) => [text, fate])),
    ]),
  )

test('each shortfall is told by what the next review knows of it, and who forgot one is named', async () => {
  const seen = await overTime()
  expect(fates(seen)).toEqual({
    '2023Q1': { 发展壮大农村集体经济: 'came-back', 停车位建设: 'forgotten', 渔港扩建: 'followed' },
    '2023Q2': { 激发农村集体经济内生动力: 'improving', 老旧小区加装电梯: 'forgotten' },
    '2024Q1': { 垃圾分类: 'too-early' },
  })
  expect(seen.resolved).toEqual({ numerator: 0, denominator: 5 })
  expect(seen.forgotten).toEqual([
    { unitId: qingdu, numerator: 2, denominator: 2, shortfallIds: [said.parking!.id, said.lifts!.id] },
  ])
})

test('a word that settles a matter before the next review resolves it, and the share says of how many', async () => {
  const parking = await matterOf([said.parking!])
  const settle = (on: string, version: number) =>
    server.inject({
      method: 'PATCH',
      url: `/api/reviews/matters/${parking.id}`,
      headers: officer.headers,
      payload: { version, settled: { on, reason: '已验收' } },
    })
  await settle('2023-12-01', parking.version)
  expect(fates(await overTime())['2023Q1']).toMatchObject({ 停车位建设: 'forgotten' })
  await settle('2023-06-30', parking.version + 1)
  const { reviews } = await overTime()
  expect(reviews[0]).toMatchObject({
    resolved: { numerator: 1, denominator: 3 },
    next: { review: '2023Q2' },
    fates: { resolved: 1, 'came-back': 1, followed: 1, forgotten: 0 },
  })
})

test('what was promised is counted by days from taken to closed, what is open apart', async () => {
  const promise = (n: number) =>
    call<Note>('POST', `reviews/cycles/${reviewId}/notes`, {
      payload: {
        id: `01900000-0000-7000-8000-00000000000${n}`,
        kind: 'commitment',
        unitId: qingdu,
        text: `建成第${n}个停车场`,
        dueOn: '2024-06-30',
      },
    })
  const [first] = [await promise(1), await promise(2)]
  const step = (name: string, payload = {}, as = officer) =>
    call('POST', `items/${first!.item!.id}/${name}`, { payload, as })
  await step('review')
  await step('dispatch')
  await step('sign', {}, liaison)
  await goTo('2024-04-30T02:00:00Z')
  await step('links', { url: 'https://riverport.example/parking', note: '' }, liaison)
  await step('completion', { done: '已建成' }, liaison)
  await step('take-up')
  await step('close', { method: 'on-site', thirdParty: '', findings: '属实', recheckAfterDays: null })
  await goTo('2024-07-02T02:00:00Z')
  const { commitments, units } = await overTime()
  expect(commitments).toMatchObject({ medianDays: '20', closed: 1, open: 1 })
  expect(commitments!.list.map(({ takenOn, closedOn, days }) => [takenOn, closedOn, days])).toEqual([
    ['2024-04-10', '2024-04-30', 20],
    ['2024-04-10', null, null],
  ])
  const quarters = units.find(({ unitId }) => unitId === qingdu)!.quarters
  expect(
    quarters.map(({ review, printed, book }) => [review, printed?.shortfalls, book?.shortfalls]),
  ).toEqual([
    ['2023Q1', 1, undefined],
    ['2023Q2', 1, undefined],
    ['2024Q1', undefined, 1],
  ])
  expect(quarters.map(({ onTime }) => onTime)).toEqual([null, null, { numerator: 0, denominator: 1 }])
})

test('a unit stands against itself: what was praised, its ranks, and how much was done in time', async () => {
  const { units } = await overTime(`?unitId=${yunbo}`)
  expect(units).toHaveLength(1)
  expect(units[0]!.quarters[0]).toMatchObject({
    period: '2023Q1',
    printed: { strengths: 1, shortfalls: 2 },
    book: null,
    ranks: [{ subject: '工业增速', position: 3 }],
    onTime: null,
  })
})

test('how a review was run: speakers, lines, minutes, and whether the memo went out in time', async () => {
  const { reviews } = await call<ReviewsOfReviews>('GET', 'reviews/over-time/reviews')
  expect(reviews).toHaveLength(1)
  expect(reviews[0]).toMatchObject({
    period: '2024Q1',
    speakers: 2,
    lines: 2,
    corrections: 0,
    minutesAllowed: 16,
    secondsUsed: 0,
    // The end of 12 April in the city.
    memo: { dueAt: '2024-04-12T16:00:00.000Z', sentAt: null, isOnTime: false },
  })
})

test('a liaison sees the own unit only, without what was written down on the day', async () => {
  const seen = await overTime('', liaison)
  expect(seen.units.map(({ unitId }) => unitId)).toEqual([qingdu])
  expect(seen.commitments).toBeNull()
  expect(fates(seen)['2023Q1']).toEqual({ 停车位建设: 'resolved' })
  // The next review is the city's, also where nothing is said of the own unit.
  expect(seen.reviews.map(({ next }) => next?.review ?? null)).toEqual(['2023Q2', '2024Q1', null])
  const foreign = await server.inject({
    url: `/api/reviews/over-time?unitId=${yunbo}`,
    headers: { ...liaison.headers, 'accept-language': 'en' },
  })
  expect(foreign.statusCode).toBe(403)
})

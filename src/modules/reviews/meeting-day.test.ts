import { afterAll, beforeAll, expect, test } from 'vitest'
import type { QuarterdeckServer } from '../../platform/http/index.ts'
import { openTestCity, type TestCity } from '../../platform/testing/index.ts'
import { addAccount, type SignedInBrowser, signInOver } from '../identity/testing.ts'
import type { Note, Notes, SpeechClock } from './schema/day.ts'
import { storeFrozenReview } from './testing/store-frozen-review.ts'

let city: TestCity
let server: QuarterdeckServer
let officer: SignedInBrowser
let liaison: SignedInBrowser
let reviewId: string
let yunbo: string
let qingdu: string

beforeAll(async () => {
  city = await openTestCity()
  server = await city.http()
  yunbo = city.unitId('yunbo')
  qingdu = city.unitId('qingdu')
  await addAccount(city.asSystem(), { role: 'officer' })
  officer = await signInOver(server, 'officer')
  await addAccount(city.asSystem(), { role: 'liaison', unitId: qingdu })
  liaison = await signInOver(server, 'liaison')
  const review = await storeFrozenReview(city.as('officer'), {
    period: '2024Q1',
    heldAt: '2024-04-10T01:00:00Z',
    speakers: [yunbo, qingdu],
    lines: [],
  })
  reviewId = review.id
})
afterAll(() => city.close())

interface Ask {
  readonly payload?: object
  readonly as?: SignedInBrowser
  readonly language?: string
}

async function call<T>(method: 'GET' | 'POST' | 'PATCH', path: string, { payload, as, language }: Ask = {}) {
  const headers = { ...(as ?? officer).headers, ...(language ? { 'accept-language': language } : {}) }
  const url = `/api/reviews/${path}`
  const response = await server.inject({ method, url, headers, ...(payload && { payload }) })
  return { status: response.statusCode, body: response.json<T & { code?: string; detail?: string }>() }
}

const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
const take = (payload: object, ask: Ask = {}) =>
  call<Note>('POST', `cycles/${reviewId}/notes`, { payload, ...ask })
const since = async (n: number) => (await call<Notes>('GET', `cycles/${reviewId}/notes?since=${n}`)).body
const clock = (payload: object, ask: Ask = {}) =>
  call<SpeechClock>('POST', `cycles/${reviewId}/speech`, { payload, ...ask })

test('a note written offline and sent twice, even at once, is stored once', async () => {
  const note = {
    id: id(1),
    kind: 'note',
    unitId: yunbo,
    text: '补充集体经济数据',
    takenAt: '2024-04-10T01:30:00Z',
  }
  const [one, other] = await Promise.all([take(note), take(note)])
  expect([one.status, other.status]).toEqual([200, 200])
  expect(one.body).toEqual(other.body)
  expect(one.body).toMatchObject({ seq: 1, takenAt: '2024-04-10T01:30:00.000Z', item: null })
  const { notes, last } = await since(0)
  expect([notes.length, last]).toEqual([1, 1])
})

test('a commitment is a draft item of the ledger at once, led by the speaker unless said otherwise', async () => {
  const commitment = {
    id: id(2),
    kind: 'commitment',
    unitId: yunbo,
    text: '六月底前建成两个停车场',
    dueOn: '2024-06-30',
  }
  const taken = (await take(commitment)).body
  expect(taken.item).toMatchObject({ number: '2024-0001', state: 'draft' })
  expect((await take(commitment)).body.item).toEqual(taken.item)
  const item = await server.inject({ url: `/api/items/${taken.item!.id}`, headers: officer.headers })
  expect(item.json()).toMatchObject({
    leadUnitId: yunbo,
    dueOn: '2024-06-30',
    origin: 'quarterly-meeting',
    originDocument: '2024Q1工作会议',
    content: '六月底前建成两个停车场',
  })
})

test('who asks for what is newer gets notes that were changed, dropped or became commitments', async () => {
  await take({ id: id(3), kind: 'note', unitId: qingdu, text: '会后核实' })
  const { last } = await since(0)
  await call('PATCH', `notes/${id(1)}`, { payload: { isDropped: true } })
  const promised = await call<Note>('PATCH', `notes/${id(3)}`, {
    payload: { kind: 'commitment', dueOn: '2024-05-31' },
  })
  expect(promised.body).toMatchObject({ leadUnitId: qingdu, item: { number: '2024-0002' } })
  const newer = await since(last)
  expect(newer.notes.map(({ id, isDropped, kind }) => [id, isDropped, kind])).toEqual([
    [id(1), true, 'note'],
    [id(3), false, 'commitment'],
  ])
  expect((await since(newer.last)).notes).toEqual([])
})

test.each([
  ['zh-CN', '请在台账中修改'],
  ['en', 'change it there'],
])('a note that cannot be taken or changed is refused with the reason in %s', async (language, words) => {
  const changed = await call('PATCH', `notes/${id(2)}`, { payload: { text: '另写' }, language })
  expect(changed.body.code).toBe('reviews.note-has-item')
  expect(JSON.stringify(changed.body)).toContain(words)
  const nobody = { id: id(8), kind: 'commitment', unitId: id(9), text: '无此单位' }
  expect((await take(nobody)).body.code).toBe('reviews.no-such-unit')
  const elsewhere = await call('POST', `cycles/${id(9)}/notes`, { payload: { ...nobody, unitId: null } })
  expect(elsewhere.body.code).toBe('reviews.no-such-review')
  expect((await take({ ...nobody, text: ' ' })).status).toBe(400)
  expect((await call('PATCH', `notes/${id(1)}`, { payload: { text: '再写' } })).body.code).toBe(
    'reviews.note-dropped',
  )
})

test('the clock of one speaker runs at a time, adds up, and works over restarts of the server', async () => {
  city.setClock('2024-04-10T02:00:00Z')
  expect((await clock({ id: id(20), unitId: yunbo, do: 'start' })).body.running).toMatchObject({
    unitId: yunbo,
  })
  city.setClock('2024-04-10T02:05:00Z')
  const second = { id: id(21), unitId: qingdu, do: 'start' }
  await clock(second)
  const again = (await clock(second)).body
  expect(again.speakers.map(({ secondsUsed, isRunning }) => [secondsUsed, isRunning])).toEqual([
    [300, false],
    [0, true],
  ])
  city.setClock('2024-04-10T02:14:10Z')
  const late = (await call<SpeechClock>('GET', `cycles/${reviewId}/speech`, { as: liaison })).body
  expect(late.speakers[1]).toMatchObject({ minutes: 8, secondsUsed: 550, secondsLeft: -70 })
  const stopped = await clock({ id: id(21), unitId: qingdu, do: 'stop', at: '2024-04-10T02:10:00Z' })
  expect(stopped.body).toMatchObject({ running: null, speakers: [{}, { secondsUsed: 300 }] })
})

test('a clock that nobody started, of nobody who speaks, is refused', async () => {
  expect((await clock({ id: id(30), unitId: yunbo, do: 'stop' })).body.code).toBe('reviews.no-such-speech')
  const guest = { id: id(31), unitId: city.unitId('dept-transport'), do: 'start' }
  expect((await clock(guest)).body.code).toBe('reviews.not-a-speaker')
  expect((await clock({ id: id(20), unitId: qingdu, do: 'start' })).body.code).toBe(
    'reviews.speech-of-another',
  )
})

test('a liaison reads the clock, and neither takes nor reads notes', async () => {
  const note = { id: id(40), kind: 'note', text: '自己写的' }
  expect((await take(note, { as: liaison })).status).toBe(403)
  expect((await call('GET', `cycles/${reviewId}/notes`, { as: liaison })).status).toBe(403)
  expect((await clock({ id: id(41), unitId: qingdu, do: 'start' }, { as: liaison })).status).toBe(403)
  const bare = await city.as('liaison', { unit: 'qingdu' }).transaction((tx) =>
    tx
      .selectFrom('reviews.review_note' as never)
      .selectAll()
      .execute(),
  )
  expect(bare).toEqual([])
})

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addAccount, type SignedInBrowser, signInOver } from '../../modules/identity/testing.ts'
import { newItem } from '../../modules/ledger/testing.ts'
import { openTestCity, type TestCity } from '../testing/index.ts'
import type { QuarterdeckServer } from './build-server.ts'

let city: TestCity
let app: QuarterdeckServer
let officer: SignedInBrowser
let other: SignedInBrowser

beforeAll(async () => {
  city = await openTestCity()
  app = await city.http()
  await addAccount(city.asSystem(), { role: 'officer' })
  await addAccount(city.asSystem(), { role: 'officer', username: 'other' })
  officer = await signInOver(app, 'officer')
  other = await signInOver(app, 'other')
})
afterAll(() => city?.close())

interface Sent {
  as?: SignedInBrowser
  url?: string
}

function create(title: string, key: string, { as = officer, url = '/api/items' }: Sent = {}) {
  const headers = { ...as.headers, 'idempotency-key': key }
  return app.inject({ method: 'POST', url, headers, payload: newItem({ title }) })
}

async function itemsNamed(title: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ledger.item where title = ${title}`.execute(city.database.owner)
  return rows[0]!.count
}

it('answers a request that is sent again as it was answered, and carries it out once', async () => {
  const first = await create('重发一次', 'resent-once')
  const again = await create('重发一次', 'resent-once')
  expect([first.statusCode, again.statusCode]).toEqual([201, 201])
  expect(again.json()).toEqual(first.json())
  expect([first.headers['idempotency-replayed'], again.headers['idempotency-replayed']]).toEqual([
    undefined,
    'true',
  ])
  expect(await itemsNamed('重发一次')).toBe(1)
})

it('carries out one of ten that come at once under one key; the others say so or give its answer', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => create('同时十次', 'ten-at-once')))
  expect(await itemsNamed('同时十次')).toBe(1)
  expect(answers.filter(({ statusCode }) => statusCode === 201).length).toBeGreaterThan(0)
  for (const answer of answers)
    if (answer.statusCode !== 201)
      expect([
        answer.statusCode,
        ['kernel.request-repeated', 'kernel.answer-not-kept'].includes(answer.json().code),
      ]).toEqual([409, true])
})

it('takes no key with a write that was refused: mended, it may come under the same', async () => {
  const refused = await app.inject({
    method: 'POST',
    url: '/api/items',
    headers: { ...officer.headers, 'idempotency-key': 'refused-before' },
    payload: { title: '' },
  })
  expect(refused.statusCode).toBe(400)
  expect((await create('改好再发', 'refused-before')).statusCode).toBe(201)
})

it('tells a write whose answer was lost apart from one that never was, and does it no second time', async () => {
  expect((await create('答复丢失', 'answer-lost')).statusCode).toBe(201)
  await sql`update request_key.kept_answer set status = null, answer = null where key = 'answer-lost'`.execute(
    city.database.owner,
  )
  const again = await create('答复丢失', 'answer-lost')
  expect([again.statusCode, again.json().code]).toEqual([409, 'kernel.answer-not-kept'])
  expect(await itemsNamed('答复丢失')).toBe(1)
})

it('refuses a key for something else, and one that is no key; another person has keys of his own', async () => {
  await create('第一件', 'used-before')
  const different = await create('第二件', 'used-before')
  expect([different.statusCode, different.json().code]).toEqual([400, 'kernel.key-of-another-request'])
  expect((await create('第三件', 'a b')).json().code).toBe('kernel.malformed-key')
  expect((await create('第一件', 'used-before', { as: other })).statusCode).toBe(201)
  expect(await itemsNamed('第一件')).toBe(2)
})

it('is good for a day', async () => {
  await create('昨天的键', 'of-yesterday')
  city.setClock('2024-04-11T03:00:00Z')
  officer = await signInOver(app, 'officer')
  expect((await create('昨天的键', 'of-yesterday')).statusCode).toBe(201)
  expect(await itemsNamed('昨天的键')).toBe(2)
})

it('keeps no answer that shows a secret once', async () => {
  const payload = { name: '接口', permissions: ['ledger.read'], days: 30, password: 'correct horse battery' }
  const send = () =>
    app.inject({
      method: 'POST',
      url: '/api/account/tokens',
      headers: { ...officer.headers, 'idempotency-key': 'a-token-once' },
      payload,
    })
  expect([(await send()).statusCode, (await send()).json().code]).toEqual([201, 'kernel.answer-not-kept'])
  const { rows } = await sql`select answer from request_key.kept_answer where key = 'a-token-once'`.execute(
    city.database.owner,
  )
  expect(rows).toEqual([{ answer: null }])
})

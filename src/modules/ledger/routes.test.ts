import { afterAll, beforeAll, expect, test } from 'vitest'
import type { QuarterdeckServer } from '../../platform/http/index.ts'
import { openTestCity, type TestCity } from '../../platform/testing/index.ts'
import { addAccount, type SignedInBrowser, signInOver } from '../identity/testing.ts'
import type { Item, ItemPage } from './schema.ts'

let city: TestCity
let server: QuarterdeckServer
let officer: SignedInBrowser
let liaison: SignedInBrowser
beforeAll(async () => {
  city = await openTestCity()
  server = await city.http()
  await addAccount(city.asSystem(), { role: 'officer' })
  await addAccount(city.asSystem(), { role: 'liaison', unitId: city.unitId('yunbo') })
  officer = await signInOver(server, 'officer')
  liaison = await signInOver(server, 'liaison')
})
afterAll(() => city.close())

const create = (payload: object, by = officer) =>
  server.inject({ method: 'POST', url: '/api/items', headers: by.headers, payload })
const list = async (query: string, by = officer) =>
  (await server.inject({ url: `/api/items?${query}`, headers: by.headers })).json<ItemPage>()

test('an item is entered, found, corrected over HTTP', async () => {
  const created = await create({ title: '停车位建设', leadUnitId: city.unitId('yunbo'), dueOn: '2024-04-01' })
  expect(created.statusCode, created.body).toBe(201)
  const { id } = created.json<Item>()
  const found = await list(`q=${encodeURIComponent('停车位')}&light=red`)
  expect(found).toMatchObject({ total: 1, page: 1, pageSize: 50, asOf: '2024-04-10' })
  const corrected = await server.inject({
    method: 'PATCH',
    url: `/api/items/${id}`,
    headers: officer.headers,
    payload: { version: 1, dueOn: '2024-04-25', reason: '征地延迟' },
  })
  expect(corrected.json()).toMatchObject({ dueOn: '2024-04-25', firstDueOn: '2024-04-01', light: 'green' })
  const stale = await server.inject({
    method: 'PATCH',
    url: `/api/items/${id}`,
    headers: officer.headers,
    payload: { version: 1, title: '另一个标题' },
  })
  expect([stale.statusCode, stale.json().code]).toEqual([409, 'ledger.item-changed'])
})

test('a liaison reads the own items and enters none', async () => {
  const foreign = (await create({ title: '别人的事', leadUnitId: city.unitId('qingdu') })).json<Item>()
  expect((await list('', liaison)).items.map(({ leadUnitId }) => leadUnitId)).toEqual([city.unitId('yunbo')])
  const hidden = await server.inject({ url: `/api/items/${foreign.id}`, headers: liaison.headers })
  expect([hidden.statusCode, hidden.json().code]).toEqual([404, 'ledger.no-such-item'])
  expect((await create({ title: '不行', leadUnitId: city.unitId('yunbo') }, liaison)).statusCode).toBe(403)
})

test('a malformed request names its fields', async () => {
  const refused = await create({ title: '短', leadUnitId: 'x', dueOn: '2024-02-30' })
  expect(refused.statusCode).toBe(400)
  const paths = refused.json().details.fields.map((field: { path: string }) => field.path)
  expect(paths).toEqual(expect.arrayContaining(['body.title', 'body.leadUnitId', 'body.dueOn']))
  const response = await server.inject({ url: '/api/items?light=purple', headers: officer.headers })
  expect(response.statusCode).toBe(400)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { QuarterdeckServer } from '../../../platform/http/index.ts'
import { openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { addAccount, type SignedInBrowser, signInOver } from '../../identity/testing.ts'
import { createItem } from '../commands/create-item.ts'
import type { CalendarFeed, ItemDays, SavedView, SavedViews } from '../schema.ts'
import { newItem } from '../testing.ts'

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
  for (const [unit, title] of [
    ['yunbo', '停车位建设'],
    ['qingdu', '河道治理'],
  ] as const) {
    const item = { title, leadUnitId: city.unitId(unit), dueOn: '2024-06-30', startOn: '2024-01-01' }
    await createItem(city.as('officer'), newItem(item))
  }
})
afterAll(() => city.close())

const get = (url: string, by?: SignedInBrowser) => server.inject({ url, headers: by?.headers ?? {} })
const post = (url: string, by: SignedInBrowser, payload?: object) =>
  server.inject({ method: 'POST', url, headers: by.headers, ...(payload ? { payload } : {}) })
const remove = (url: string, by: SignedInBrowser) =>
  server.inject({ method: 'DELETE', url, headers: by.headers })

test('an address gives its owner’s calendar to whoever has it, until it is revoked', async () => {
  expect((await get('/api/calendar-feed', liaison)).json()).toEqual({ path: null, createdAt: null })
  const made = await post('/api/calendar-feed', liaison)
  expect(made.statusCode, made.body).toBe(201)
  const { path } = made.json<CalendarFeed>()
  expect((await get('/api/calendar-feed', liaison)).json()).toMatchObject({
    path: null,
    createdAt: expect.any(String),
  })

  const calendar = await get(path!)
  expect(calendar.statusCode, calendar.body).toBe(200)
  expect(calendar.headers['content-type']).toBe('text/calendar; charset=utf-8')
  expect(calendar.body).toContain('停车位建设')
  expect(calendar.body).not.toContain('河道治理')

  const second = (await post('/api/calendar-feed', liaison)).json<CalendarFeed>()
  expect((await get(path!)).statusCode).toBe(404)
  expect((await get(second.path!)).statusCode).toBe(200)
  expect((await remove('/api/calendar-feed', liaison)).statusCode).toBe(204)
  const ended = await get(second.path!)
  expect([ended.statusCode, ended.json().code]).toEqual([404, 'ledger.no-such-calendar'])
})

test('an address ends with the password of its owner when somebody else gives a new one', async () => {
  await addAccount(city.asSystem(), { username: 'robbed', role: 'officer' })
  await addAccount(city.asSystem(), { role: 'system-admin' })
  const robbed = await signInOver(server, 'robbed')
  const { path } = (await post('/api/calendar-feed', robbed)).json<CalendarFeed>()
  expect((await get(path!)).statusCode).toBe(200)
  const { user } = robbed.session
  const admin = await signInOver(server, 'system-admin')
  expect((await post(`/api/accounts/${user.id}/password`, admin)).json()).toMatchObject({ outcome: 'done' })
  expect((await get(path!)).statusCode).toBe(404)
})

test('what is no address answers as one that has ended', async () => {
  const { path } = (await post('/api/calendar-feed', officer)).json<CalendarFeed>()
  const token = /calendar\/(.*)\.ics/.exec(path!)![1]!
  const other = Buffer.from(token, 'base64url')
  other[0]! ^= 1
  const last = Buffer.from(token, 'base64url')
  last[39]! ^= 1
  for (const wrong of [
    'x',
    'A'.repeat(54),
    token.slice(0, -1),
    other.toString('base64url'),
    last.toString('base64url'),
  ]) {
    const answer = await get(`/api/calendar/${wrong}.ics`)
    expect([answer.statusCode, answer.json().code], wrong).toEqual([404, 'ledger.no-such-calendar'])
  }
  expect((await get(path!)).body).toContain('河道治理')
})

test('days show what falls due between two of them', async () => {
  const { days, isComplete } = (
    await get('/api/items/days?from=2024-06-01&to=2024-06-30', officer)
  ).json<ItemDays>()
  expect(days.map(({ day, kind, item }) => [day, kind, item.title])).toEqual([
    ['2024-06-30', 'due', '停车位建设'],
    ['2024-06-30', 'due', '河道治理'],
  ])
  expect(isComplete).toBe(true)
  expect(
    (await get('/api/items/days?from=2024-06-01&to=2024-06-30', liaison)).json<ItemDays>().days,
  ).toHaveLength(1)
  const long = await get('/api/items/days?from=2024-01-01&to=2024-06-30', officer)
  expect([long.statusCode, long.json().code]).toEqual([400, 'ledger.span-too-long'])
})

test('views are kept, shared, and removed by their owner', async () => {
  const save = (payload: object, by = officer) => post('/api/views', by, payload)
  const query = 'light=red&light=yellow&sort=dueOn&page=4'
  const saved = await save({ name: '亮灯事项', query, isShared: true })
  expect(saved.statusCode, saved.body).toBe(201)
  const view = saved.json<SavedView>()
  expect(view).toMatchObject({ query: 'light=red&light=yellow&sort=dueOn', isOwn: true, isShared: true })
  expect((await save({ name: '自己看', query: 'isOverdue=true' })).statusCode).toBe(201)

  const taken = await save({ name: '亮灯事项', query: '' })
  expect([taken.statusCode, taken.json().code]).toEqual([409, 'ledger.view-name-taken'])
  const wrong = await save({ name: '错的', query: 'light=purple' })
  expect([wrong.statusCode, wrong.json().details.filters]).toEqual([400, ['light']])

  const seen = (await get('/api/views', liaison)).json<SavedViews>().views
  expect(seen).toMatchObject([{ name: '亮灯事项', isOwn: false }])
  expect((await remove(`/api/views/${view.id}`, liaison)).statusCode).toBe(404)
  expect((await remove(`/api/views/${view.id}`, officer)).statusCode).toBe(204)
  expect((await get('/api/views', officer)).json<SavedViews>().views.map(({ name }) => name)).toEqual([
    '自己看',
  ])
})

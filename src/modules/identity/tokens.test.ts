import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HttpApp } from '../../platform/module.ts'
import { openTestCity, type TestCity } from '../../platform/testing/index.ts'
import { addAccount, type SignedInBrowser, signInOver, TEST_PASSWORD } from './testing.ts'

let city: TestCity
let app: HttpApp
let officer: SignedInBrowser
beforeAll(async () => {
  city = await openTestCity()
  app = await city.http()
  await addAccount(city.asSystem(), { role: 'officer' })
  officer = await signInOver(app, 'officer')
})
afterAll(() => city?.close())

const create = (input: object, { headers } = officer) =>
  app.inject({
    method: 'POST',
    url: '/api/account/tokens',
    headers,
    payload: { name: '报表取数', permissions: ['ledger.read'], days: 30, password: TEST_PASSWORD, ...input },
  })
const newToken = async (input: object = {}, browser = officer): Promise<string> =>
  (await create(input, browser)).json().token
const ask = (token: string, url: string, method: 'GET' | 'POST' | 'DELETE' = 'GET', payload?: object) =>
  app.inject({ method, url, headers: { authorization: `Bearer ${token}` }, ...(payload ? { payload } : {}) })
const list = async () =>
  (await app.inject({ url: '/api/account/tokens', headers: officer.headers })).json().tokens

describe('a token', () => {
  it('opens what it was given and nothing else of what its owner may', async () => {
    const token = await newToken()
    expect((await ask(token, '/api/items')).statusCode).toBe(200)
    expect((await ask(token, '/api/units')).json()).toMatchObject({ status: 403, code: 'kernel.forbidden' })
    expect((await ask(token, '/api/items', 'POST', {})).json()).toMatchObject({ status: 403 })
    for (const url of ['/api/session', '/api/account', '/api/account/tokens', '/api/home'])
      expect((await ask(token, url)).json()).toMatchObject({ status: 403, code: 'kernel.not-by-token' })
  })

  it('makes nothing that would outlive it', async () => {
    const token = await newToken({ days: 1 })
    expect((await ask(token, '/api/calendar-feed')).json()).toEqual({ path: null, createdAt: null })
    for (const method of ['POST', 'DELETE'] as const)
      expect((await ask(token, '/api/calendar-feed', method)).json()).toMatchObject({
        status: 403,
        code: 'kernel.not-by-token',
      })
  })

  it('writes without a CSRF token, and the journal names it', async () => {
    const token = await newToken({ name: '导入程序', permissions: ['ledger.create', 'ledger.read'] })
    const item = { title: '停车位建设', leadUnitId: city.unitId('yunbo'), dueOn: '2024-05-01' }
    const created = await ask(token, '/api/items', 'POST', item)
    expect(created.statusCode, created.body).toBe(201)
    const { rows } = await sql<{ actor_name: string }>`
      select actor_name from journal.entry where action = 'ledger.item-created'`.execute(city.database.owner)
    expect(rows).toEqual([{ actor_name: '测试officer [导入程序]' }])
  })

  it('is shown once: list, database and journal do not have it', async () => {
    const token = await newToken({ name: '只见一次' })
    const secret = token.split('_')[2]!
    const { rows } = await sql<{ text: string }>`
      select api_token::text as text from identity.api_token
      union all select entry::text from journal.entry`.execute(city.database.owner)
    const everything = JSON.stringify([rows, await list()])
    expect(everything).toContain('只见一次')
    expect(everything).not.toContain(secret)
  })

  it('says when it was last used', async () => {
    const token = await newToken({ name: '用过' })
    expect((await list())[0]).toMatchObject({ name: '用过', lastUsedAt: null })
    await ask(token, '/api/items')
    expect((await list())[0]).toMatchObject({ lastUsedAt: '2024-04-10T02:00:00.000Z' })
  })

  it('ends with its day, with its revocation, and with the account', async () => {
    await addAccount(city.asSystem(), { username: 'closing', role: 'officer' })
    await addAccount(city.asSystem(), { role: 'system-admin' })
    const [short, revoked] = [await newToken({ days: 1 }), await newToken({ name: '吊销' })]
    const closing = await signInOver(app, 'closing')
    const closed = await newToken({}, closing)
    const [line] = await list()
    const url = `/api/account/tokens/${line.id}`
    const foreign = await app.inject({ method: 'DELETE', url, headers: closing.headers })
    expect(foreign.json()).toMatchObject({ status: 404, code: 'identity.token-missing' })
    expect((await app.inject({ method: 'DELETE', url, headers: officer.headers })).statusCode).toBe(204)
    const admin = await signInOver(app, 'system-admin')
    const disable = `/api/accounts/${closing.session.user.id}/disable`
    expect((await ask(closed, '/api/items')).statusCode).toBe(200)
    await app.inject({ method: 'POST', url: disable, headers: admin.headers })
    for (const token of [revoked, closed])
      expect((await ask(token, '/api/items')).json()).toMatchObject({
        status: 401,
        code: 'kernel.token-refused',
      })
    expect((await ask(short, '/api/items')).statusCode).toBe(200)
    city.setClock('2024-04-11T02:00:00Z')
    expect((await ask(short, '/api/items')).statusCode).toBe(401)
    city.setClock('2024-04-10T02:00:00Z')
  })

  it.each([
    ['', 'an empty one'],
    ['qd_zz', 'a torn one'],
    [`qd_${'0'.repeat(32)}_${'a'.repeat(43)}`, 'one of another city'],
  ])('%s is refused: %s', async (token) => {
    expect((await ask(token, '/api/items')).json()).toMatchObject({
      status: 401,
      code: 'kernel.token-refused',
    })
  })

  it('is slowed down at three hundred requests a minute', async () => {
    const token = await newToken({ name: '狂奔' })
    const answers = await Promise.all(Array.from({ length: 301 }, () => ask(token, '/api/units')))
    expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(1)
    expect((await ask(await newToken({ name: '另一个' }), '/api/items')).statusCode).toBe(200)
  })
})

describe('making a token', () => {
  it('takes the password, permissions of one’s own, and a life within the settings', async () => {
    expect((await create({ password: 'x' })).json()).toMatchObject({ code: 'identity.wrong-password' })
    expect((await create({ permissions: ['indicators.define'] })).json()).toMatchObject({
      code: 'identity.permission-not-yours',
    })
    expect((await create({ days: 366 })).json()).toMatchObject({ code: 'identity.token-too-long' })
    expect((await create({ permissions: [] })).statusCode).toBe(400)
  })

  it('is not for administrators: it would go past their second factor', async () => {
    await addAccount(city.asSystem(), { role: 'audit-admin' })
    const admin = await signInOver(app, 'audit-admin')
    expect((await create({ permissions: ['journal.read'] }, admin)).json()).toMatchObject({
      status: 403,
      code: 'identity.no-token-for-administrators',
    })
  })
})

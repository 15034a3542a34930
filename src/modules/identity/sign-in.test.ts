import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modules } from '../../apps/modules.ts'
import { buildServer } from '../../platform/http/index.ts'
import type { HttpApp } from '../../platform/module.ts'
import { openTestCity, type TestCity } from '../../platform/testing/index.ts'
import { addAccount, signInOver, TEST_PASSWORD } from './testing.ts'

let city: TestCity
let app: HttpApp

beforeAll(async () => {
  city = await openTestCity()
  app = await buildServer({ database: city.database, modules, clock: city.clock, strict: true })
  await addAccount(city.asSystem(), { role: 'officer' })
  await addAccount(city.asSystem(), { role: 'auditor' })
  await addAccount(city.asSystem(), { role: 'statistician' })
})
afterAll(async () => {
  await app?.close()
  await city?.close()
})

const tryPassword = (username: string, password: string) =>
  app.inject({ method: 'POST', url: '/api/session', payload: { username, password } })
const whoAmI = (headers: Record<string, string>) => app.inject({ url: '/api/session', headers })
const at = (instant: string) => city.setClock(instant)

describe('signing in', () => {
  it('opens a session that says who it is and what the role may do', async () => {
    const { session, headers } = await signInOver(app, 'officer')
    expect(session.user).toMatchObject({ username: 'officer', roles: ['officer'], unitId: null })
    expect(session.tenant.pack).toBe('riverport')
    expect((await whoAmI(headers)).json()).toEqual(session)
  })

  it('takes the username in any case and with blanks around it', async () => {
    expect((await tryPassword('  Officer ', TEST_PASSWORD)).statusCode).toBe(200)
  })

  it('keeps the cookie from scripts and other sites, and the secret out of the database', async () => {
    const response = await tryPassword('officer', TEST_PASSWORD)
    expect(response.cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' })
    const token = response.cookies[0]!.value.split('.')[1]!
    const { rows } = await sessionRows()
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  it('sends a secure cookie behind a proxy that ends TLS', async () => {
    const payload = { username: 'officer', password: TEST_PASSWORD }
    const headers = { 'x-forwarded-proto': 'https' }
    const response = await app.inject({ method: 'POST', url: '/api/session', payload, headers })
    expect(response.cookies[0]).toMatchObject({ secure: true, path: '/' })
    expect(response.cookies[0]).not.toHaveProperty('domain')
  })

  it('takes over TLS no cookie that another host of the domain can set', async () => {
    const behindTls = { 'x-forwarded-proto': 'https' }
    const { headers } = await signInOver(app, 'officer', behindTls)
    expect(headers.cookie).toMatch(/^__Host-quarterdeck-session=/)
    expect((await whoAmI({ ...headers, ...behindTls })).statusCode).toBe(200)
    const planted = headers.cookie!.replace('__Host-', '')
    expect((await whoAmI({ cookie: planted, ...behindTls })).statusCode).toBe(401)
  })

  it('gives an unknown user and a wrong password the same answer', async () => {
    const [unknown, wrong] = [await tryPassword('nobody', 'x'), await tryPassword('officer', 'x')]
    expect(unknown.statusCode).toBe(401)
    expect(unknown.json()).toEqual(wrong.json())
    expect(wrong.json()).toMatchObject({ code: 'identity.sign-in-refused' })
    await signInOver(app, 'officer')
  })
})

describe('a session', () => {
  it('ends at sign-out for good', async () => {
    const { headers } = await signInOver(app, 'officer')
    const response = await app.inject({ method: 'DELETE', url: '/api/session', headers })
    expect(response.statusCode).toBe(204)
    expect((await whoAmI(headers)).statusCode).toBe(401)
  })

  it('ends when the same browser signs in again, and no other session does', async () => {
    const [elsewhere, before] = [await signInOver(app, 'officer'), await signInOver(app, 'auditor')]
    const { cookie } = before.headers
    const after = await signInOver(app, 'officer', { cookie: cookie! })
    expect((await whoAmI(before.headers)).statusCode).toBe(401)
    for (const { headers } of [after, elsewhere]) expect((await whoAmI(headers)).statusCode).toBe(200)
    const { rows } = await sql<{ actor_name: string }>`
      select actor_name from journal.entry where action = 'identity.signed-out' order by seq desc limit 1`.execute(
      city.database.owner,
    )
    expect(rows).toEqual([{ actor_name: '测试auditor' }])
  })

  it('ends after two hours without a request, but not while it is used', async () => {
    at('2024-04-11T00:00:00Z')
    const { headers } = await signInOver(app, 'auditor')
    at('2024-04-11T01:59:00Z')
    expect((await whoAmI(headers)).statusCode).toBe(200)
    at('2024-04-11T03:58:00Z')
    expect((await whoAmI(headers)).statusCode).toBe(200)
    at('2024-04-11T05:59:00Z')
    expect((await whoAmI(headers)).json()).toMatchObject({ code: 'kernel.signed-out', status: 401 })
  })

  it('ends after twelve hours however busy it is', async () => {
    at('2024-04-12T00:00:00Z')
    const { headers } = await signInOver(app, 'auditor')
    for (let hour = 1; hour < 12; hour++) {
      at(`2024-04-12T${String(hour).padStart(2, '0')}:00:00Z`)
      expect((await whoAmI(headers)).statusCode).toBe(200)
    }
    at('2024-04-12T12:00:00Z')
    expect((await whoAmI(headers)).statusCode).toBe(401)
  })

  it('is of one tenant: the same secret under another tenant opens nothing', async () => {
    const { headers } = await signInOver(app, 'officer')
    const other = headers.cookie!.replace(/=[0-9a-f-]{36}/, '=01900000-0000-7000-8000-000000000000')
    expect((await whoAmI({ cookie: other })).statusCode).toBe(401)
    expect((await whoAmI({ cookie: 'quarterdeck-session=nonsense' })).statusCode).toBe(401)
  })
})

describe('guessing', () => {
  it('locks nobody out of the browser that they sign in with', async () => {
    at('2024-04-12T20:00:00Z')
    let tries = 0
    const from = (who: string, password: string, mark?: { name: string; value: string }) => {
      tries += 1
      return app.inject({
        method: 'POST',
        url: '/api/session',
        payload: { username: who, password },
        headers: {
          'x-forwarded-for': `203.0.113.${tries}`,
          ...(mark && { cookie: `${mark.name}=${encodeURIComponent(mark.value)}` }),
        },
      })
    }
    const markOf = ({ cookies }: Awaited<ReturnType<typeof from>>) =>
      cookies.find(({ name }) => name === 'quarterdeck-browser')!
    const mine = markOf(await from('officer', TEST_PASSWORD))
    expect(mine).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/api/session' })
    const other = markOf(await from('auditor', TEST_PASSWORD))
    for (let i = 0; i < 5; i++) await from('officer', 'x')

    const strange = [undefined, other, { ...mine, value: `${mine.value.slice(0, -4)}AAAA` }]
    for (const mark of strange)
      expect((await from('officer', TEST_PASSWORD, mark)).json()).toMatchObject({
        code: 'identity.locked-out',
      })
    expect((await from('officer', TEST_PASSWORD, mine)).statusCode).toBe(200)

    // A stolen one is no licence: it locks by itself, and then waits for the name's lock as everybody does.
    for (let i = 0; i < 5; i++)
      expect((await from('officer', 'x', mine)).json()).toMatchObject({ code: 'identity.sign-in-refused' })
    expect((await from('officer', TEST_PASSWORD, mine)).json()).toMatchObject({ code: 'identity.locked-out' })
    at('2024-10-20T20:00:00Z')
    for (let i = 0; i < 5; i++) await from('officer', 'x')
    expect((await from('officer', TEST_PASSWORD, mine)).json()).toMatchObject({ code: 'identity.locked-out' })
  })

  it('locks the account at the fifth wrong password, longer each time, also for the right one', async () => {
    at('2024-04-13T00:00:00Z')
    for (let i = 1; i <= 5; i++) {
      expect((await tryPassword('statistician', 'x')).json()).toMatchObject({
        code: 'identity.sign-in-refused',
      })
    }
    const locked = await tryPassword('statistician', TEST_PASSWORD)
    expect(locked.statusCode).toBe(401)
    expect(locked.json()).toMatchObject({ code: 'identity.locked-out', details: { minutes: 1 } })
    at('2024-04-13T00:01:01Z')
    expect((await tryPassword('statistician', 'x')).json()).toMatchObject({
      code: 'identity.sign-in-refused',
    })
    expect((await tryPassword('statistician', 'x')).json()).toMatchObject({ details: { minutes: 2 } })
    at('2024-04-13T00:04:00Z')
    expect((await tryPassword('statistician', TEST_PASSWORD)).statusCode).toBe(200)
    expect((await tryPassword('statistician', 'x')).json()).toMatchObject({
      code: 'identity.sign-in-refused',
    })
  })

  it('leaves its traces in the journal', async () => {
    const { headers } = await signInOver(app, 'auditor')
    const response = await app.inject({ url: '/api/journal', headers })
    const actions = response.json().entries.map((entry: { action: string }) => entry.action)
    expect(actions).toEqual(
      expect.arrayContaining(['identity.signed-in', 'identity.sign-in-failed', 'identity.account-locked']),
    )
  })

  it('is slowed down by address', async () => {
    const slow = await buildServer({ database: city.database, modules, clock: city.clock, strict: true })
    const tries = await Promise.all(
      Array.from({ length: 31 }, () =>
        slow.inject({
          method: 'POST',
          url: '/api/session',
          payload: { username: 'none', password: 'x' },
          // Tries are counted for all servers of a database together: an address that nobody else here has.
          remoteAddress: '198.51.100.7',
        }),
      ),
    )
    const refused = tries.filter(({ statusCode }) => statusCode === 429)
    expect(refused.map((each) => each.json().code)).toEqual(['kernel.too-many-requests'])
    await slow.close()
  })
})

function sessionRows() {
  return city.asSystem().transaction(async (tx) => ({
    rows: await tx
      .withTables<{ 'identity.session': { token_hash: string } }>()
      .selectFrom('identity.session')
      .selectAll()
      .execute(),
  }))
}

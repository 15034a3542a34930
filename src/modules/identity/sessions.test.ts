import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CodedError } from '../../kernel/errors.ts'
import { scopeOf } from '../../platform/database/tenant-scope.ts'
import type { HttpApp } from '../../platform/module.ts'
import { openTestCity, type TestCity } from '../../platform/testing/index.ts'
import { signIn } from './commands/sign-in.ts'
import { addAccount, signInOver, TEST_PASSWORD } from './testing.ts'

let city: TestCity
let app: HttpApp
beforeAll(async () => {
  city = await openTestCity()
  app = await city.http()
  await addAccount(city.asSystem(), { role: 'officer' })
  await addAccount(city.asSystem(), { role: 'statistician' })
})
afterAll(() => city?.close())

const list = async (headers: Record<string, string>) =>
  (await app.inject({ url: '/api/account/sessions', headers })).json().sessions
const end = (id: string, headers: Record<string, string>) =>
  app.inject({ method: 'DELETE', url: `/api/account/sessions/${id}`, headers })
const isIn = async (headers: Record<string, string>) =>
  (await app.inject({ url: '/api/session', headers })).statusCode === 200

describe('the list of one’s own sessions', () => {
  it('shows device, shortened address and times, and ends one or all others', async () => {
    const agent = 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36'
    const [here, there, elsewhere] = [
      await signInOver(app, 'officer'),
      await signInOver(app, 'officer', { 'user-agent': agent, 'x-forwarded-for': '10.9.8.7' }),
      await signInOver(app, 'officer'),
    ]
    const sessions = await list(here.headers)
    expect(sessions).toHaveLength(3)
    expect(sessions.filter((each: { isCurrent: boolean }) => each.isCurrent)).toHaveLength(1)
    const far = sessions.find((each: { address: string }) => each.address === '10.9.8.*')
    expect(far).toMatchObject({ device: 'Chrome 140 · Windows', since: '2024-04-10T02:00:00.000Z' })
    expect(JSON.stringify(sessions)).not.toContain('10.9.8.7')

    expect((await end(far.id, here.headers)).statusCode).toBe(204)
    expect(await isIn(there.headers)).toBe(false)
    expect((await end(far.id, here.headers)).json()).toMatchObject({ code: 'identity.session-missing' })

    const others = await app.inject({
      method: 'POST',
      url: '/api/account/sessions/end-others',
      headers: here.headers,
    })
    expect(others.json()).toEqual({ ended: 1 })
    expect([await isIn(here.headers), await isIn(elsewhere.headers)]).toEqual([true, false])
  })

  it('holds nobody else’s: their sessions are neither seen nor ended', async () => {
    const officer = await signInOver(app, 'officer')
    const statistician = await signInOver(app, 'statistician')
    const [mine] = await list(officer.headers)
    expect((await list(statistician.headers)).map((each: { id: string }) => each.id)).not.toContain(mine.id)
    expect((await end(mine.id, statistician.headers)).statusCode).toBe(404)
    expect(await isIn(officer.headers)).toBe(true)
  })

  it('is kept apart by the database itself: a query without a filter sees only the own rows', async () => {
    const { user } = (await signInOver(app, 'statistician')).session
    const scope = { ...scopeOf(city.tenant.id, { permissions: {} }), actorId: user.id }
    const rows = await city.database.forTenant(scope, (tx) =>
      sql<{ account_id: string }>`select distinct account_id from identity.session`.execute(tx),
    )
    expect(rows.rows).toEqual([{ account_id: user.id }])
  })
})

describe('refusals at sign-in', () => {
  const wrong = (username: string) =>
    app.inject({ method: 'POST', url: '/api/session', payload: { username, password: 'x' } })

  it('lock a name that nobody has just like one that exists', async () => {
    const answers = async (username: string) => {
      const all = []
      for (let i = 0; i < 6; i++) all.push((await wrong(username)).json())
      return all
    }
    expect(await answers('no-such-name')).toEqual(await answers('statistician'))
    expect((await wrong('no-such-name')).json()).toMatchObject({ code: 'identity.locked-out' })
  })

  it('keep no name in the table of tries, and none that is unknown in the journal', async () => {
    const { rows } = await sql<{ text: string }>`
      select key as text from identity.sign_in_try
      union all select detail::text || subject_id from journal.entry where action like 'identity.%'`.execute(
      city.database.owner,
    )
    expect(rows.length).toBeGreaterThan(5)
    expect(rows.filter(({ text }) => text.includes('no-such-name'))).toEqual([])
  })

  it('lock an address that tries many names, for everybody and without saying who exists', async () => {
    const attempt = (username: string, password: string, address: string) =>
      signIn(city.asSystem(), { username, password }, { address, userAgent: '' }).then(
        () => 'in',
        (error: CodedError) => error.code,
      )
    for (let i = 0; i < 30; i++) {
      expect(await attempt(`name-${i}`, 'x', '203.0.113.9')).toBe('identity.sign-in-refused')
    }
    for (const name of ['officer', 'name-99'])
      expect(await attempt(name, TEST_PASSWORD, '203.0.113.9')).toBe('identity.address-locked-out')
    expect(await attempt('officer', TEST_PASSWORD, '203.0.113.10')).toBe('in')
  })

  it('count all addresses of one house as one', async () => {
    const attempt = (address: string, password = 'x') =>
      signIn(city.asSystem(), { username: 'officer', password }, { address, userAgent: '' }).then(
        () => 'in',
        (error: CodedError) => error.code,
      )
    const houses = async (count: number) => {
      const { rows } = await sql<{
        count: number
      }>`select count(*)::int as count from identity.sign_in_try`.execute(city.database.owner)
      return rows[0]!.count - count
    }
    const before = await houses(0)
    await attempt('2001:db8:0:7::1')
    await attempt('2001:db8:0:7:aaaa::2')
    expect(await houses(before)).toBe(2)
  })
})

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../../kernel/permissions.ts'
import { findAccounts } from '../../platform/accounts.ts'
import type { HttpApp } from '../../platform/module.ts'
import { openTestCity, type TestCity } from '../../platform/testing/index.ts'
import { DEFAULT_SETTINGS } from './rules/security-settings.ts'
import { addAccount, giveSecondFactor, type SignedInBrowser, signInOver, TEST_PASSWORD } from './testing.ts'

type Admin = 'system-admin' | 'system-2' | 'security-admin' | 'audit-admin'
let city: TestCity
let app: HttpApp
const admins = {} as Record<Admin, SignedInBrowser>

beforeAll(async () => {
  city = await openTestCity()
  app = await city.http()
  for (const [username, role] of [
    ['system-admin', 'system-admin'],
    ['system-2', 'system-admin'],
    ['security-admin', 'security-admin'],
    ['audit-admin', 'audit-admin'],
  ] as const) {
    await addAccount(city.asSystem(), { username, role })
    admins[username] = await signInOver(app, username)
  }
})
afterAll(() => city?.close())

const send = (as: Admin, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) =>
  app.inject({ method, url, headers: admins[as].headers, ...(payload ? { payload } : {}) })
const idOf = (as: Admin) => admins[as].session.user.id
const grant = (as: Admin, id: string, roles: Role[]) =>
  send(as, 'PUT', `/api/accounts/${id}/roles`, { roles })
const change = (as: Admin, id: string, kind: string) => send(as, 'POST', `/api/accounts/${id}/${kind}`)
const trySignIn = (username: string, password = TEST_PASSWORD) =>
  app.inject({ method: 'POST', url: '/api/session', payload: { username, password } })
const waiting = async (as: Admin) => (await send(as, 'GET', '/api/account-changes')).json().changes
const decide = (as: Admin, id: string, isConfirmed = true) =>
  send(as, 'POST', `/api/account-changes/${id}/decision`, { isConfirmed })
const rolesOf = async (id: string) =>
  (await city.asSystem().transaction((tx) => findAccounts(tx, city.asSystem(), { ids: [id] })))[0]?.roles

async function newAccount(username: string): Promise<{ id: string; password: string }> {
  const account = { username, name: `测试${username}`, unitId: city.unitId('qingdu') }
  return (await send('system-admin', 'POST', '/api/accounts', account)).json()
}

describe('an account', () => {
  it('is made without a right by one administrator and gets its roles from another', async () => {
    const { id, password } = await newAccount('heng')
    const [entry] = (await trySignIn('heng', password)).cookies
    const headers = { cookie: `${entry!.name}=${entry!.value}` }
    const session = (await app.inject({ url: '/api/session', headers })).json()
    expect(session).toMatchObject({ duties: ['change-password'], grants: { permissions: {} } })
    expect((await grant('system-admin', id, ['officer'])).statusCode).toBe(403)
    expect((await send('security-admin', 'POST', '/api/accounts', {})).statusCode).toBe(403)
    expect((await grant('security-admin', id, ['officer', 'liaison'])).json()).toEqual({ outcome: 'done' })
    expect(await rolesOf(id)).toEqual(['officer', 'liaison'])
    expect((await newAccount('heng')) as object).toMatchObject({ code: 'identity.username-taken' })
  })

  it('belongs to a unit of the register, and must where its role works for one', async () => {
    const none = '01900000-0000-7000-8000-000000000000'
    const account = { username: 'nowhere', name: '无单位', unitId: none }
    expect((await send('system-admin', 'POST', '/api/accounts', account)).json()).toMatchObject({
      code: 'identity.unit-unknown',
    })
    const { id } = await newAccount('bound')
    await grant('security-admin', id, ['liaison'])
    const facts = { name: '联络员', unitId: null }
    expect((await send('system-admin', 'PUT', `/api/accounts/${id}`, facts)).json()).toMatchObject({
      code: 'identity.unit-missing',
    })
    expect((await send('security-admin', 'PUT', `/api/accounts/${id}`, facts)).statusCode).toBe(403)
  })

  it('that is disabled is out at once, refused like a wrong password, and no duty goes to it', async () => {
    const { id } = await addAccount(city.asSystem(), { username: 'leaving', role: 'statistician' })
    const browser = await signInOver(app, 'leaving')
    expect((await change('security-admin', id, 'disable')).statusCode).toBe(403)
    expect((await change('system-admin', id, 'disable')).json()).toEqual({ outcome: 'done' })
    expect((await app.inject({ url: '/api/session', headers: browser.headers })).statusCode).toBe(401)
    expect((await trySignIn('leaving')).json()).toEqual((await trySignIn('nobody-at-all')).json())
    const ctx = city.asSystem()
    const found = await ctx.transaction((tx) => findAccounts(tx, ctx, { roles: ['statistician'] }))
    expect(found).toEqual([])
    await change('system-admin', id, 'enable')
    expect((await trySignIn('leaving')).statusCode).toBe(200)
  })

  it('gets a password from the system administrator that must be changed, and loses its sessions', async () => {
    const { id } = await addAccount(city.asSystem(), { username: 'forgetful', role: 'statistician' })
    const browser = await signInOver(app, 'forgetful')
    const reset = (await change('system-admin', id, 'password')).json()
    expect(reset.outcome).toBe('done')
    expect((await app.inject({ url: '/api/session', headers: browser.headers })).statusCode).toBe(401)
    expect((await trySignIn('forgetful')).statusCode).toBe(401)
    expect((await trySignIn('forgetful', reset.password)).json()).toMatchObject({
      duties: ['change-password'],
    })
  })

  it('that is locked is seen so and unlocked by the security administrator', async () => {
    const { id } = await addAccount(city.asSystem(), { username: 'locked', role: 'statistician' })
    for (let i = 0; i < 5; i++) await trySignIn('locked', 'x')
    const page = await send('audit-admin', 'GET', '/api/accounts?words=locked')
    expect(page.json()).toMatchObject({ total: 1, accounts: [{ username: 'locked', lockedMinutes: 1 }] })
    expect(page.body).not.toMatch(/argon2|a256gcm|hash/)
    expect((await change('system-admin', id, 'unlock')).statusCode).toBe(403)
    expect((await change('security-admin', id, 'unlock')).statusCode).toBe(204)
    expect((await trySignIn('locked')).statusCode).toBe(200)
    expect((await change('system-admin', id, 'end-sessions')).json()).toEqual({ ended: 1 })
  })
})

describe('no administrator can raise himself', () => {
  it.each<[Admin, string, string]>([
    ['security-admin', 'PUT', 'roles'],
    ['security-admin', 'POST', 'reset-second-factor'],
    ['security-admin', 'POST', 'unlock'],
    ['system-admin', 'POST', 'password'],
    ['system-admin', 'POST', 'enable'],
  ])('%s: %s %s of the own account is refused', async (as, method, what) => {
    const payload = what === 'roles' ? { roles: ['officer'] } : undefined
    const response = await send(as, method as 'PUT', `/api/accounts/${idOf(as)}/${what}`, payload)
    expect(response.json()).toMatchObject({ status: 403, code: 'identity.own-account' })
  })

  it('no account holds two administrators’ roles, nor one beside other work, not even in SQL', async () => {
    const { id } = await newAccount('mixed')
    for (const roles of [
      ['system-admin', 'audit-admin'],
      ['security-admin', 'officer'],
    ] as Role[][]) {
      expect((await grant('security-admin', id, roles)).json()).toMatchObject({
        code: 'identity.administrator-alone',
      })
      const inSql = sql`update identity.account set roles = ${roles} where id = ${id}`
      await expect(inSql.execute(city.database.owner)).rejects.toThrow('account_administrator_alone')
    }
  })

  it('a new administrator needs the eyes of another kind of administrator', async () => {
    const { id } = await newAccount('rising')
    await city.asSystem().transaction((tx) => giveSecondFactor(city.asSystem(), tx, id))
    expect((await grant('security-admin', id, ['system-admin'])).json()).toEqual({ outcome: 'waiting' })
    expect((await grant('security-admin', id, ['audit-admin'])).json()).toMatchObject({
      code: 'identity.change-waits',
    })
    expect(await rolesOf(id)).toEqual([])
    const [asked] = await waiting('security-admin')
    expect(asked).toMatchObject({
      kind: 'set-roles',
      roles: ['system-admin'],
      mayConfirm: false,
      isOwn: true,
    })
    expect((await decide('security-admin', asked.id)).json()).toMatchObject({
      code: 'identity.not-yours-to-confirm',
    })
    expect((await waiting('audit-admin'))[0]).toMatchObject({ mayConfirm: true, isOwn: false })
    expect((await decide('audit-admin', asked.id)).statusCode).toBe(204)
    expect(await rolesOf(id)).toEqual(['system-admin'])
    expect((await decide('audit-admin', asked.id)).json()).toMatchObject({ code: 'identity.change-missing' })
  })

  it('whoever hands out passwords takes over no account on its way to another administrator’s rights', async () => {
    const { id } = await newAccount('promoted')
    const first = { status: 409, code: 'identity.second-factor-first' }
    expect((await grant('security-admin', id, ['security-admin'])).json()).toMatchObject(first)
    const ctx = city.asSystem()
    await ctx.transaction((tx) => giveSecondFactor(ctx, tx, id))
    await grant('security-admin', id, ['security-admin'])
    // Of an account that is still nobody's the one administrator takes the factor, the other the password.
    await change('security-admin', id, 'reset-second-factor')
    expect((await change('system-admin', id, 'password')).json().outcome).toBe('done')
    const asked = (await waiting('system-admin')).find(
      (each: { account: { id: string } }) => each.account.id === id,
    )
    expect((await decide('system-admin', asked.id)).json()).toMatchObject(first)
    expect(await rolesOf(id)).toEqual([])
    expect((await decide('system-admin', asked.id, false)).statusCode).toBe(204)
  })

  it('an administrator’s password is not replaced by one of the same kind, nor before another has looked', async () => {
    const reset = (await change('system-2', idOf('security-admin'), 'password')).json()
    expect(reset.outcome).toBe('waiting')
    const [asked] = await waiting('system-admin')
    for (const as of ['system-2', 'system-admin', 'security-admin'] as const)
      expect((await decide(as, asked.id)).statusCode).toBe(403)
    expect((await trySignIn('security-admin', reset.password)).statusCode).toBe(401)
    expect((await decide('system-2', asked.id, false)).statusCode).toBe(204)
    expect((await trySignIn('security-admin')).statusCode).toBe(202)

    const again = (await change('system-2', idOf('security-admin'), 'password')).json()
    const { challenge } = (await trySignIn('security-admin')).json()
    await decide('audit-admin', (await waiting('audit-admin'))[0].id)
    const payload = { challenge, code: '123456' }
    const old = await app.inject({ method: 'POST', url: '/api/session/second-step', payload })
    expect(old.json()).toMatchObject({ code: 'identity.challenge-expired' })
    // The password is new, and still opens nothing without the second factor.
    expect((await trySignIn('security-admin', again.password)).statusCode).toBe(202)
  })

  it('whoever asked cannot confirm in the database either', async () => {
    const update = sql`update identity.account_change
      set decision = 'confirmed', decided_by = asked_by, decided_at = asked_at where decision = 'withdrawn'`
    await expect(update.execute(city.database.owner)).rejects.toThrow('check constraint')
  })
})

describe('the list of accounts', () => {
  it('shows every administrator the same: row-level security once hid factor and last visit from the audit', async () => {
    const url = '/api/accounts?words=system-admin'
    const lists = [
      (await send('audit-admin', 'GET', url)).json(),
      (await send('system-2', 'GET', url)).json(),
    ]
    expect(lists[0].accounts[0]).toMatchObject({
      secondFactorSince: '2024-04-10T02:00:00.000Z',
      lastSeenAt: '2024-04-10T02:00:00.000Z',
    })
    expect(lists[1]).toEqual(lists[0])
  })
})

describe('security settings', () => {
  it('are set whole and within bounds by the security administrator, and journalled', async () => {
    await addAccount(city.asSystem(), { username: 'security-2', role: 'security-admin' })
    const { headers } = await signInOver(app, 'security-2')
    const put = (payload: object) =>
      app.inject({ method: 'PUT', url: '/api/security-settings', payload, headers })
    expect((await send('system-admin', 'PUT', '/api/security-settings', DEFAULT_SETTINGS)).statusCode).toBe(
      403,
    )
    expect((await put({ ...DEFAULT_SETTINGS, passwordLength: 4 })).statusCode).toBe(400)
    expect((await put({ passwordLength: 14 })).statusCode).toBe(400)
    expect((await put({ ...DEFAULT_SETTINGS, idleMinutes: 15 })).statusCode).toBe(204)
    const read = await send('audit-admin', 'GET', '/api/security-settings')
    expect(read.json()).toEqual({ ...DEFAULT_SETTINGS, idleMinutes: 15 })
    const { entries } = (await send('audit-admin', 'GET', '/api/journal')).json()
    expect(entries[0]).toMatchObject({
      action: 'identity.security-settings-changed',
      detail: { from: { idleMinutes: 120 }, to: { idleMinutes: 15 } },
    })
  })
})

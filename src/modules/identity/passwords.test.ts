import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HttpApp } from '../../platform/module.ts'
import { openTestCity, type TestCity } from '../../platform/testing/index.ts'
import { createAccount } from './commands/create-account.ts'
import { saveSettings } from './store/security-settings.ts'
import { addAccount, type SignedInBrowser, signInOver, TEST_PASSWORD } from './testing.ts'

let city: TestCity
let app: HttpApp
let officer: SignedInBrowser

beforeAll(async () => {
  city = await openTestCity()
  app = await city.http()
  await addAccount(city.asSystem(), { role: 'officer' })
  await addAccount(city.asSystem(), { role: 'statistician' })
  officer = await signInOver(app, 'officer')
})
afterAll(() => city?.close())

const NEW = 'Kq7vbm-Xth-Rwdz'
const change = (currentPassword: string, newPassword: string, { headers } = officer) =>
  app.inject({
    method: 'POST',
    url: '/api/account/password',
    payload: { currentPassword, newPassword },
    headers,
  })
const trySignIn = (username: string, password: string) =>
  app.inject({ method: 'POST', url: '/api/session', payload: { username, password } })
const set = (settings: object) =>
  city
    .asSystem()
    .transaction((tx) =>
      saveSettings(
        tx,
        { tenantId: city.tenant.id, settings },
        { changedAt: city.clock.now(), changedBy: officer.session.user.id },
      ),
    )

describe('one’s own password', () => {
  it.each([
    ['too short', 'Kq7-vbm', 'identity.password-too-short'],
    ['the name in it', 'Officer-Kq7-vbm', 'identity.password-has-name'],
    ['common', 'P@ssw0rd2024!', 'identity.password-too-common'],
    ['of too few kinds', 'kqvbmxthrwdz', 'identity.password-too-simple'],
    ['the same again', TEST_PASSWORD, 'identity.password-used-before'],
  ])('is refused when it is %s', async (_, password, code) => {
    const response = await change(TEST_PASSWORD, password)
    expect(response.json()).toMatchObject({ status: 400, code })
    expect(response.body).not.toContain(password)
  })

  it('is changed by who knows the present one; every other session ends, the old word opens nothing', async () => {
    const other = await signInOver(app, 'officer')
    expect((await change('not it', NEW)).json()).toMatchObject({ code: 'identity.wrong-password' })
    expect((await change(TEST_PASSWORD, NEW)).statusCode).toBe(204)
    expect((await app.inject({ url: '/api/session', headers: other.headers })).statusCode).toBe(401)
    expect((await app.inject({ url: '/api/session', headers: officer.headers })).statusCode).toBe(200)
    expect((await trySignIn('officer', TEST_PASSWORD)).statusCode).toBe(401)
    expect((await trySignIn('officer', NEW)).statusCode).toBe(200)
  })

  it('cannot go back to one that was used lately', async () => {
    expect((await change(NEW, TEST_PASSWORD)).json()).toMatchObject({ code: 'identity.password-used-before' })
  })

  it('cannot be guessed through an open session: five wrong ones lock the account', async () => {
    const { headers } = await signInOver(app, 'statistician')
    for (let i = 0; i < 5; i++) {
      const wrong = await change('not it', NEW, { headers } as SignedInBrowser)
      expect(wrong.json()).toMatchObject({ code: 'identity.wrong-password' })
    }
    const locked = await change(TEST_PASSWORD, NEW, { headers } as SignedInBrowser)
    expect(locked.json()).toMatchObject({ status: 400, code: 'identity.locked-out' })
    expect((await trySignIn('statistician', TEST_PASSWORD)).json()).toMatchObject({
      code: 'identity.locked-out',
    })
  })
})

describe('a password that somebody else has set', () => {
  it('opens nothing but its own change', async () => {
    const input = {
      username: 'fresh',
      name: '新设账号',
      password: TEST_PASSWORD,
      roles: ['officer' as const],
    }
    await createAccount(city.asSystem(), { ...input, unitId: null, mustChangePassword: true })
    const fresh = await signInOver(app, 'fresh')
    expect(fresh.session).toMatchObject({ duties: ['change-password'], grants: { permissions: {} } })
    for (const url of ['/api/home', '/api/items', '/api/units', '/api/account/sessions']) {
      const response = await app.inject({ url, headers: fresh.headers })
      expect({ url, code: response.json().code }).toEqual({ url, code: 'kernel.duty-first' })
    }
    expect((await change(TEST_PASSWORD, NEW, fresh)).statusCode).toBe(204)
    const session = (await app.inject({ url: '/api/session', headers: fresh.headers })).json()
    expect(session.duties).toEqual([])
    expect(session.grants.permissions).toHaveProperty(['ledger.read'])
  })
})

describe('rotation', () => {
  it('asks for a new password when the old one is older than the setting says', async () => {
    await addAccount(city.asSystem(), { username: 'rotating', role: 'officer' })
    await set({ passwordDays: 90 })
    const { headers } = await signInOver(app, 'rotating')
    city.setClock('2024-07-09T02:00:00Z')
    const late = await signInOver(app, 'rotating')
    expect(late.session.duties).toEqual([])
    city.setClock('2024-07-09T02:00:01Z')
    expect((await signInOver(app, 'rotating')).session.duties).toEqual(['change-password'])
    expect((await app.inject({ url: '/api/home', headers })).statusCode).toBe(401)
    await set({})
    city.setClock('2024-04-10T02:00:00Z')
  })
})

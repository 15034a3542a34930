import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HttpApp } from '../../platform/module.ts'
import { openText, sealText } from '../../platform/sealed-text.ts'
import { openTestCity, type TestCity } from '../../platform/testing/index.ts'
import { createAccount } from './commands/create-account.ts'
import { openSecret } from './second-factor.ts'
import { saveSettings } from './store/security-settings.ts'
import { addAccount, type SignedInBrowser, signInOver, TEST_PASSWORD } from './testing.ts'
import { codeOfStep, stepOf } from './totp.ts'

let city: TestCity
let app: HttpApp
beforeAll(async () => {
  city = await openTestCity()
  app = await city.http()
})
afterAll(() => city?.close())

const post = (url: string, payload: object, headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url, payload, headers })
const password = TEST_PASSWORD
const trySignIn = (username: string) => post('/api/session', { username, password })
const second = (challenge: string, code: string) => post('/api/session/second-step', { challenge, code })

/** The pending or confirmed secret of an account, as its app would know it. */
async function codeNow(username: string, { stepsAhead = 0, pending = false } = {}): Promise<string> {
  const { rows } = await sql<{ id: string; sealed_secret: string; pending_secret: string }>`
    select account.id, sealed_secret, pending_secret from identity.second_factor
    join identity.account on account.id = account_id where username = ${username}`.execute(
    city.database.owner,
  )
  const { id, sealed_secret, pending_secret } = rows[0]!
  const secret = openSecret(city.asSystem(), id, pending ? pending_secret : sealed_secret)
  return codeOfStep(secret, stepOf(city.clock.now()) + stepsAhead)
}

async function setUp({ headers, session }: SignedInBrowser): Promise<string[]> {
  await post('/api/account/second-factor/begin', { password }, headers)
  const code = await codeNow(session.user.username, { pending: true })
  return (await post('/api/account/second-factor/confirm', { code }, headers)).json().recoveryCodes
}

describe('a second factor', () => {
  it('is set up with password and code; then the password alone opens nothing', async () => {
    await addAccount(city.asSystem(), { username: 'anna', role: 'officer' })
    const anna = await signInOver(app, 'anna')
    const other = await signInOver(app, 'anna')
    const wrong = await post('/api/account/second-factor/begin', { password: 'x' }, anna.headers)
    expect(wrong.json()).toMatchObject({ code: 'identity.wrong-password' })
    const begun = await post('/api/account/second-factor/begin', { password }, anna.headers)
    expect(begun.json().uri).toContain(`secret=${begun.json().secret}`)
    expect(begun.headers['cache-control']).toBe('no-store')
    const refused = await post('/api/account/second-factor/confirm', { code: '000000' }, anna.headers)
    expect(refused.json()).toMatchObject({ code: 'identity.wrong-code' })
    expect((await trySignIn('anna')).statusCode).toBe(200)

    expect(await setUp(anna)).toHaveLength(10)
    expect((await app.inject({ url: '/api/session', headers: other.headers })).statusCode).toBe(401)
    const step = await trySignIn('anna')
    expect(step.statusCode).toBe(202)
    expect(step.cookies).toEqual([])
    expect(Object.keys(step.json())).toEqual(['challenge', 'expiresAt'])
  })

  it('takes each code once, from an app half a minute fast as well', async () => {
    const { challenge } = (await trySignIn('anna')).json()
    const used = await codeNow('anna')
    expect((await second(challenge, used)).json()).toMatchObject({ code: 'identity.code-refused' })
    const next = await codeNow('anna', { stepsAhead: 1 })
    expect((await second(challenge, `${next.slice(0, 3)} ${next.slice(3)}`)).statusCode).toBe(200)
    expect((await second(challenge, next)).json()).toMatchObject({ code: 'identity.challenge-expired' })
    const again = (await trySignIn('anna')).json()
    expect((await second(again.challenge, next)).json()).toMatchObject({ code: 'identity.code-refused' })
  })

  it('is asked for within five minutes of the password', async () => {
    const { challenge } = (await trySignIn('anna')).json()
    city.setClock('2024-04-10T02:05:00Z')
    const late = await second(challenge, await codeNow('anna'))
    expect(late.json()).toMatchObject({ status: 401, code: 'identity.challenge-expired' })
  })

  it('locks the account after five wrong codes, whatever challenge they come with', async () => {
    await addAccount(city.asSystem(), { username: 'berta', role: 'security-admin' })
    for (let i = 0; i < 5; i++) {
      const { challenge } = (await trySignIn('berta')).json()
      expect((await second(challenge, '123456')).json()).toMatchObject({ code: 'identity.code-refused' })
    }
    expect((await trySignIn('berta')).json()).toMatchObject({ code: 'identity.locked-out' })
  })

  it('gives way to a recovery code, each once', async () => {
    await addAccount(city.asSystem(), { username: 'carla', role: 'officer' })
    const [code] = await setUp(await signInOver(app, 'carla'))
    const first = (await trySignIn('carla')).json()
    expect((await second(first.challenge, code!.toLowerCase())).statusCode).toBe(200)
    const again = (await trySignIn('carla')).json()
    expect((await second(again.challenge, code!)).statusCode).toBe(401)
  })

  it('is renewed and removed with password and code only, and stays where it is required', async () => {
    await addAccount(city.asSystem(), { username: 'dora', role: 'officer' })
    const dora = await signInOver(app, 'dora')
    const codes = await setUp(dora)
    const begin = (code?: string) =>
      post('/api/account/second-factor/begin', { password, code }, dora.headers)
    expect((await begin()).json()).toMatchObject({ code: 'identity.wrong-code' })
    expect((await begin(codes.pop())).statusCode).toBe(200)
    const renew = (code: string) =>
      post('/api/account/second-factor/recovery-codes', { password, code }, dora.headers)
    const renewed = (await renew(codes.pop()!)).json().recoveryCodes
    expect((await renew(codes.pop()!)).json()).toMatchObject({ code: 'identity.wrong-code' })
    const remove = (headers: Record<string, string>, code: string) =>
      post('/api/account/second-factor/remove', { password, code }, headers)
    expect((await remove(dora.headers, renewed.pop())).statusCode).toBe(204)
    expect((await trySignIn('dora')).statusCode).toBe(200)

    await addAccount(city.asSystem(), { username: 'emil', role: 'system-admin' })
    const emil = await signInOver(app, 'emil')
    const refused = await remove(emil.headers, await codeNow('emil'))
    expect(refused.json()).toMatchObject({ status: 403, code: 'identity.second-factor-needed' })
  })
})

it('a pending secret is not guessed through an open session: five wrong codes lock the name', async () => {
  await addAccount(city.asSystem(), { username: 'pending', role: 'officer' })
  const { headers } = await signInOver(app, 'pending')
  await post('/api/account/second-factor/begin', { password }, headers)
  const confirm = (code: string) => post('/api/account/second-factor/confirm', { code }, headers)
  for (let i = 0; i < 5; i++)
    expect((await confirm('000000')).json()).toMatchObject({ code: 'identity.wrong-code' })
  const right = await codeNow('pending', { pending: true })
  expect((await confirm(right)).json()).toMatchObject({ status: 400, code: 'identity.locked-out' })
})

describe('who must have one', () => {
  it('is every administrator: before it is set up nothing else opens', async () => {
    const input = { username: 'new-admin', name: '新管理员', password, unitId: null }
    await createAccount(city.asSystem(), { ...input, roles: ['system-admin'] })
    const admin = await signInOver(app, 'new-admin')
    expect(admin.session).toMatchObject({ duties: ['enrol-second-factor'], grants: { permissions: {} } })
    const closed = await app.inject({ url: '/api/account/sessions', headers: admin.headers })
    expect(closed.json()).toMatchObject({ status: 403, code: 'kernel.duty-first' })
    await setUp(admin)
    const session = (await app.inject({ url: '/api/session', headers: admin.headers })).json()
    expect(session.duties).toEqual([])
    expect(session.grants.permissions).toHaveProperty(['identity.manage-accounts'])
  })

  it('is everybody when the settings say so', async () => {
    await addAccount(city.asSystem(), { username: 'frida', role: 'officer' })
    const changed = { changedAt: city.clock.now(), changedBy: city.asSystem().actor.userId }
    const settings = { secondFactor: 'everyone' }
    await city
      .asSystem()
      .transaction((tx) => saveSettings(tx, { tenantId: city.tenant.id, settings }, changed))
    expect((await signInOver(app, 'frida')).session.duties).toEqual(['enrol-second-factor'])
  })
})

describe('what is stored', () => {
  it('holds no secret and no recovery code in words, and neither does the journal', async () => {
    const { rows } = await sql<{ text: string }>`
      select coalesce(sealed_secret, pending_secret) as text from identity.second_factor
      union all select code_hash from identity.recovery_code
      union all select detail::text from journal.entry`.execute(city.database.owner)
    const texts = rows.map(({ text }) => text).join('\n')
    expect(texts).toContain('a256gcm:')
    expect(texts).not.toMatch(/[A-Z2-7]{4}-[A-Z2-7]{4}-|otpauth|correct horse/)
  })

  it('opens for its owner only, and not when a bit was changed', () => {
    const ctx = city.asSystem()
    const sealed = sealText(ctx, '密钥', { purpose: 'totp', owner: 'a' })
    expect(openText(ctx, sealed, { purpose: 'totp', owner: 'a' })).toBe('密钥')
    expect(() => openText(ctx, sealed, { purpose: 'totp', owner: 'b' })).toThrow()
    expect(() => openText(ctx, sealed, { purpose: 'other', owner: 'a' })).toThrow()
    const at = sealed.length - 4
    const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1)
    expect(() => openText(ctx, changed, { purpose: 'totp', owner: 'a' })).toThrow()
  })
})

import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { Provider } from 'oidc-provider'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modules } from '../../apps/modules.ts'
import type { Role } from '../../kernel/permissions.ts'
import { buildServer } from '../../platform/http/index.ts'
import type { HttpApp } from '../../platform/module.ts'
import { openTestCity, type TestCity } from '../../platform/testing/index.ts'
import { saveSettings } from './store/security-settings.ts'
import { addAccount, signInOver } from './testing.ts'

const PUBLIC_URL = 'http://quarterdeck.example'
const CLIENT = { client_id: 'quarterdeck', client_secret: 'a secret of the client, long enough' }
let city: TestCity
let app: HttpApp
let server: Server
let issuer: string
/** Who signs in at the provider next. */
let subject = 'nobody'

beforeAll(async () => {
  city = await openTestCity()
  // ID tokens are of now: the real provider and the real library look at the machine's clock.
  city.setClock(new Date().toISOString())
  await startProvider()
  app = await openApp(null)
})
afterAll(async () => {
  await app?.close()
  server?.closeAllConnections()
  server?.close()
  await city?.close()
})

function openApp(defaultRole: Role | null): Promise<HttpApp> {
  const { client_id: clientId, client_secret: clientSecret } = CLIENT
  const singleSignOn = {
    issuer,
    clientId,
    clientSecret,
    publicUrl: PUBLIC_URL,
    label: '市统一认证',
    defaultRole,
  }
  return buildServer({ database: city.database, modules, clock: city.clock, strict: true, singleSignOn })
}

/** A real OpenID provider on loopback that lets everybody in as `subject` and asks nothing. */
async function startProvider(): Promise<void> {
  server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [{ ...CLIENT, redirect_uris: [`${PUBLIC_URL}/api/session/oidc/callback`] }],
    cookies: { keys: ['a key of the test'] },
    claims: { openid: ['sub'], profile: ['preferred_username'] },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/enter/${uid}` },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, preferred_username: `wang.${id}` }),
    }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        accountId: oidc.session!.accountId,
        clientId: CLIENT.client_id,
      })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
  })
  const callback = provider.callback()
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/enter/')) return callback(request, response)
    void provider.interactionFinished(request, response, { login: { accountId: subject } })
  })
}

const departure = (from = app) => from.inject({ url: '/api/session/oidc' })

/** What a browser does at the provider: follows its redirects with its cookies, until it is sent back to us. */
async function visit(url: string): Promise<URL> {
  const jar = new Map<string, string>()
  let next = url
  for (let hop = 0; hop < 8; hop++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(next, { redirect: 'manual', headers: { cookie } })
    for (const each of response.headers.getSetCookie()) {
      const [name, value] = each.split(';')[0]!.split(/=(.*)/s)
      jar.set(name!, value!)
    }
    next = new URL(response.headers.get('location')!, next).href
    if (next.startsWith(PUBLIC_URL)) return new URL(next)
  }
  throw new Error('The provider sent the browser round and round')
}

async function goThere(as: string, from = app) {
  subject = as
  const left = await departure(from)
  const [cookie] = left.cookies
  const back = await visit(left.headers.location!)
  return { back, headers: { cookie: `${cookie!.name}=${encodeURIComponent(cookie!.value)}` } }
}

async function signInAs(who: string, from = app) {
  const { back, headers } = await goThere(who, from)
  return from.inject({ url: back.pathname + back.search, headers })
}

const REFUSED = '/sign-in?refused=single-sign-on'
const sessionOf = (response: Awaited<ReturnType<typeof signInAs>>) =>
  response.cookies.find(({ name }) => name === 'quarterdeck-session')

describe('the single sign-on', () => {
  it('is left for with code, PKCE, state and nonce; what must come back stands sealed in a cookie', async () => {
    const { statusCode, headers, cookies } = await departure()
    expect(statusCode).toBe(302)
    const { searchParams } = new URL(headers.location!)
    expect(Object.fromEntries(searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      client_id: 'quarterdeck',
      redirect_uri: `${PUBLIC_URL}/api/session/oidc/callback`,
    })
    expect(cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/api/session/oidc' })
    expect(decodeURIComponent(cookies[0]!.value)).not.toContain(searchParams.get('state'))
  })

  it('lets nobody in whose subject is not linked, and makes no account of it', async () => {
    const response = await signInAs('stranger')
    expect(response.headers.location).toBe(REFUSED)
    expect(sessionOf(response)).toBe(undefined)
    const { rows } = await sql`select from identity.account where username like 'wang%'`.execute(
      city.database.owner,
    )
    expect(rows).toEqual([])
  })

  it('opens a session for the account that an administrator linked, until the link is taken away', async () => {
    const { id } = await addAccount(city.asSystem(), { username: 'linked', role: 'officer' })
    await addAccount(city.asSystem(), { role: 'system-admin' })
    const admin = await signInOver(app, 'system-admin')
    const link = (accountId: string, payload: object) =>
      app.inject({
        method: 'PUT',
        url: `/api/accounts/${accountId}/single-sign-on`,
        headers: admin.headers,
        payload,
      })
    expect((await link(id, { subject: 'wang-1' })).statusCode).toBe(204)
    const response = await signInAs('wang-1')
    expect(response.headers.location).toBe('/')
    const { name, value } = sessionOf(response)!
    const session = await app.inject({ url: '/api/session', headers: { cookie: `${name}=${value}` } })
    expect(session.json()).toMatchObject({ user: { username: 'linked' }, duties: [] })

    const { id: other } = await addAccount(city.asSystem(), { username: 'other', role: 'officer' })
    expect((await link(other, { subject: 'wang-1' })).json()).toMatchObject({
      code: 'identity.subject-taken',
    })
    const { id: audit } = await addAccount(city.asSystem(), { role: 'audit-admin' })
    expect((await link(audit, { subject: 'wang-2' })).json()).toMatchObject({
      code: 'identity.no-oidc-for-administrators',
    })
    await app.inject({ method: 'POST', url: `/api/accounts/${id}/disable`, headers: admin.headers })
    expect((await signInAs('wang-1')).headers.location).toBe(REFUSED)
    await app.inject({ method: 'POST', url: `/api/accounts/${id}/enable`, headers: admin.headers })
    await link(id, { subject: null })
    expect((await signInAs('wang-1')).headers.location).toBe(REFUSED)
  })

  it('makes an account where the settings name a role, with that role only, and knows it again', async () => {
    const open = await openApp('statistician')
    expect((await signInAs('new-1', open)).headers.location).toBe('/')
    expect((await signInAs('new-1', open)).headers.location).toBe('/')
    const { rows } = await sql`
      select username, array_agg(assignment.role) as roles from identity.account
      join identity.role_assignment assignment on assignment.account_id = account.id
      where username like 'wang%' group by username`.execute(city.database.owner)
    expect(rows).toEqual([{ username: 'wang.new-1', roles: ['statistician'] }])
    await open.close()
  })

  it('asks an account without a password for none, however old it is', async () => {
    const open = await openApp('statistician')
    const settings = { passwordDays: 7 }
    const changed = { changedAt: city.clock.now(), changedBy: city.asSystem().actor.userId }
    await city
      .asSystem()
      .transaction((tx) => saveSettings(tx, { tenantId: city.tenant.id, settings }, changed))
    await sql`update identity.account set password_set_at = password_set_at - interval '8 days'
      where username = 'wang.new-1'`.execute(city.database.owner)
    const { name, value } = sessionOf(await signInAs('new-1', open))!
    const session = await open.inject({ url: '/api/session', headers: { cookie: `${name}=${value}` } })
    expect(session.json()).toMatchObject({ user: { username: 'wang.new-1' }, duties: [] })
    const payload = { username: 'wang.new-1', password: 'none' }
    expect((await open.inject({ method: 'POST', url: '/api/session', payload })).statusCode).toBe(401)
    await city
      .asSystem()
      .transaction((tx) => saveSettings(tx, { tenantId: city.tenant.id, settings: {} }, changed))
    await open.close()
  })

  it.each<
    [string, (way: Awaited<ReturnType<typeof goThere>>) => { url: string; headers: { cookie?: string } }]
  >([
    ['without the cookie', ({ back }) => ({ url: back.pathname + back.search, headers: {} })],
    [
      'with another state',
      ({ back, headers }) => {
        back.searchParams.set('state', 'x'.repeat(43))
        return { url: back.pathname + back.search, headers }
      },
    ],
    [
      'with another code',
      ({ back, headers }) => {
        back.searchParams.set('code', 'x'.repeat(43))
        return { url: back.pathname + back.search, headers }
      },
    ],
    [
      'with a cookie that was changed',
      ({ back, headers }) => ({
        url: back.pathname + back.search,
        headers: { cookie: `${headers.cookie.slice(0, -6)}AAAAAA` },
      }),
    ],
    ['with nothing at all', ({ headers }) => ({ url: '/api/session/oidc/callback', headers })],
  ])('refuses a return %s, in the same words', async (_, change) => {
    const response = await app.inject(change(await goThere('wang-1')))
    expect(response.headers.location).toBe(REFUSED)
    expect(sessionOf(response)).toBe(undefined)
  })

  it('refuses a return with the cookie of another departure: state, nonce and verifier belong together', async () => {
    const [one, two] = [await goThere('wang-1'), await goThere('wang-1')]
    const response = await app.inject({ url: one.back.pathname + one.back.search, headers: two.headers })
    expect(response.headers.location).toBe(REFUSED)
  })

  it('is offered by name where it is set up, and answers 404 where not', async () => {
    expect((await app.inject('/api/sign-in-options')).json()).toEqual({ singleSignOn: '市统一认证' })
    const without = await city.http()
    expect((await without.inject('/api/sign-in-options')).json()).toEqual({ singleSignOn: null })
    expect((await without.inject('/api/session/oidc')).json()).toMatchObject({
      status: 404,
      code: 'identity.no-single-sign-on',
    })
  })
})

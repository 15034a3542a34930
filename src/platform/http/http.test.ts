import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modules } from '../../apps/modules.ts'
import { addAccount, type SignedInBrowser, signInOver } from '../../modules/identity/testing.ts'
import { openTestCity, type TestCity } from '../testing/index.ts'
import { buildServer, type QuarterdeckServer } from './build-server.ts'
import { probeModule } from './testing.ts'

let city: TestCity
let app: QuarterdeckServer
let officer: SignedInBrowser
let auditor: SignedInBrowser

beforeAll(async () => {
  city = await openTestCity()
  const withProbe = [...modules, probeModule]
  app = await buildServer({ database: city.database, modules: withProbe, clock: city.clock, strict: true })
  await addAccount(city.asSystem(), { role: 'officer' })
  await addAccount(city.asSystem(), { role: 'auditor' })
  officer = await signInOver(app, 'officer')
  auditor = await signInOver(app, 'auditor')
})
afterAll(async () => {
  await app?.close()
  await city?.close()
})

const get = (url: string, headers = {}) => app.inject({ url, headers })
const postFields = (payload: unknown, headers: Record<string, string> = officer.headers) =>
  app.inject({ method: 'POST', url: '/api/probe/fields', payload: payload as object, headers })
const fail = (kind: string) =>
  app.inject({ method: 'POST', url: `/api/probe/fail/${kind}`, headers: officer.headers })
const right = { title: '标题', count: 1, day: '2024-04-10', deep: { list: [] } }

describe('a failure', () => {
  it.each([
    ['invalid', 400],
    ['unauthenticated', 401],
    ['forbidden', 403],
    ['not-found', 404],
    ['conflict', 409],
  ])('of kind %s is a problem with status %i', async (kind, status) => {
    const response = await fail(kind)
    expect(response.statusCode).toBe(status)
  })

  it('is told in Chinese, or in English to whom asks for it', async () => {
    const chinese = await get('/api/probe/look')
    expect(chinese.headers).toMatchObject({
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': 'zh-CN',
    })
    expect(chinese.json()).toEqual({
      type: 'urn:quarterdeck:problem:kernel.signed-out',
      title: '需要登录',
      status: 401,
      code: 'kernel.signed-out',
      detail: '尚未登录或登录已过期，请重新登录',
      details: {},
    })
    const english = await get('/api/probe/look', { 'accept-language': 'en-GB,en;q=0.9' })
    expect(english.json()).toMatchObject({ title: 'Sign-in needed', status: 401 })
  })

  it('that nobody foresaw shows a number and nothing of the inside', async () => {
    const response = await fail('surprise')
    expect(response.statusCode).toBe(500)
    expect(response.json()).toMatchObject({ code: 'kernel.unexpected', details: { id: expect.any(String) } })
    expect(response.body).not.toContain('swordfish')
  })

  it('names a field and a parameter that nobody declared, instead of dropping it', async () => {
    const misspelt = await postFields({ ...right, tittle: '标题' })
    expect(misspelt.statusCode).toBe(400)
    expect(misspelt.json().details.fields).toEqual([{ path: 'body', message: '有不认识的字段：tittle' }])
    const asked = await get('/api/session?asOff=2024-03-31', officer.headers)
    expect(asked.statusCode).toBe(400)
    expect(asked.json().details.fields).toEqual([{ path: 'querystring', message: '有不认识的字段：asOff' }])
  })

  it('names each field that is not right, where it is and why', async () => {
    const response = await postFields({ title: 'x', count: 'one', deep: { list: ['a'] } })
    expect(response.statusCode).toBe(400)
    expect(response.json().details.fields).toEqual([
      { path: 'body.title', message: '过短或过小，下限为 2' },
      { path: 'body.count', message: '类型不符，应为 number' },
      { path: 'body.day', message: '必填' },
      { path: 'body.deep.list.0', message: '格式不符，应为 uuid' },
    ])
  })

  it('is a problem also where no route is', async () => {
    for (const url of ['/api/nothing', '/nothing', '/api']) {
      const response = await get(url)
      expect(response.json()).toMatchObject({ status: 404, code: 'kernel.no-such-route' })
    }
    const response = await app.inject({ method: 'POST', url: '/api/health' })
    expect(response.json()).toMatchObject({ status: 404, code: 'kernel.no-such-route' })
  })

  it.each([
    ['{"title":', 'application/json', 400, 'kernel.malformed-body'],
    ['{"__proto__": {}}', 'application/json', 400, 'kernel.malformed-body'],
    ['', 'application/json', 400, 'kernel.malformed-body'],
    [JSON.stringify({ ...right, title: '零\u0000字' }), 'application/json', 400, 'kernel.malformed-text'],
    [JSON.stringify({ ...right, title: '半个\ud800' }), 'application/json', 400, 'kernel.malformed-text'],
    ['<a/>', 'text/xml', 415, 'kernel.unsupported-content'],
    [
      JSON.stringify({ ...right, title: 'x'.repeat(5 << 20) }),
      'application/json',
      413,
      'kernel.body-too-large',
    ],
  ])('of a body %#: %.10s as %s is %i', async (payload, type, status, code) => {
    const headers = { ...officer.headers, 'content-type': type }
    const response = await app.inject({ method: 'POST', url: '/api/probe/fields', payload, headers })
    expect(response.json()).toMatchObject({ status, code })
  })
})

describe('an answer of the API', () => {
  it('is kept by no browser and no proxy, whatever it says', async () => {
    const answers = [
      await get('/api/session', officer.headers),
      await get('/api/items?page=1', officer.headers),
      await get('/api/session'),
      await get('/api/nothing'),
      await get('/api'),
      await postFields({}),
    ]
    for (const { headers } of answers) expect(headers['cache-control']).toBe('no-store')
  })
})

describe('a write', () => {
  it('needs the token of its own session', async () => {
    const { 'x-csrf-token': _, ...without } = officer.headers
    const wrong = { ...without, 'x-csrf-token': auditor.session.csrfToken }
    for (const headers of [without, wrong] as Record<string, string>[]) {
      const response = await postFields(right, headers)
      expect(response.json()).toMatchObject({ status: 403, code: 'kernel.csrf-refused' })
    }
    expect((await postFields(right)).statusCode).toBe(200)
  })

  it.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost.evil.example' },
    { 'sec-fetch-site': 'cross-site' },
  ])('from another page is refused: %o', async (headers) => {
    const response = await postFields(right, { ...officer.headers, ...(headers as object) })
    expect(response.json()).toMatchObject({ status: 403, code: 'kernel.csrf-refused' })
    const signIn = { method: 'POST', url: '/api/session', headers, payload: { username: 'a', password: 'b' } }
    expect((await app.inject(signIn as object)).json()).toMatchObject({ code: 'kernel.csrf-refused' })
  })

  it('from our own page is taken', async () => {
    const headers = { ...officer.headers, host: 'city.example:8080', origin: 'http://city.example:8080' }
    expect((await postFields(right, headers)).statusCode).toBe(200)
  })
})

describe('a permission', () => {
  it('opens its routes to the roles that have it only', async () => {
    expect((await get('/api/probe/look', officer.headers)).statusCode).toBe(200)
    expect((await get('/api/probe/look', auditor.headers)).json()).toMatchObject({
      status: 403,
      code: 'kernel.forbidden',
    })
    expect((await get('/api/journal', auditor.headers)).statusCode).toBe(200)
    expect((await get('/api/journal', officer.headers)).statusCode).toBe(403)
  })

  it('that no module declares keeps the server from starting', async () => {
    const broken = { ...probeModule, permissions: {} }
    const { database, clock } = city
    await expect(buildServer({ database, clock, modules: [broken] })).rejects.toThrow('probe.look')
  })
})

describe('an upload', () => {
  const boundary = 'x-probe'
  const part = (disposition: string, content: string) =>
    `--${boundary}\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`
  const send = (...parts: string[]) =>
    app.inject({
      method: 'POST',
      url: '/api/probe/file',
      headers: { ...officer.headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload: `${parts.join('')}--${boundary}--\r\n`,
    })

  it('brings one file with its Chinese name and the fields', async () => {
    const response = await send(part('name="note"', '备注'), part('name="file"; filename="报道.txt"', '内容'))
    expect(response.json()).toEqual({ name: '报道.txt', size: 6, note: '备注' })
  })

  it.each([
    ['no file', [part('name="note"', 'x')], 400, 'kernel.file-missing'],
    [
      'two files',
      ['a', 'b'].map((n) => part(`name="${n}"; filename="${n}"`, n)),
      413,
      'kernel.one-file-only',
    ],
    ['21 MB', [part('name="file"; filename="a"', 'x'.repeat(21 << 20))], 413, 'kernel.file-too-large'],
  ])('of %s is refused', async (_name, parts, status, code) => {
    expect((await send(...parts)).json()).toMatchObject({ status, code })
  })

  it('must be a form', async () => {
    const headers = { ...officer.headers, 'content-type': 'application/json' }
    const response = await app.inject({ method: 'POST', url: '/api/probe/file', payload: '{}', headers })
    expect(response.json()).toMatchObject({ status: 415, code: 'kernel.unsupported-content' })
  })
})

it('sends a policy that lets no foreign or inline script run', async () => {
  const { headers } = await get('/api/health')
  expect(headers['content-security-policy']).toContain("script-src 'self';")
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff' })
})

it('fails in tests when an answer is not what the route declares', async () => {
  expect((await get('/api/probe/undeclared', officer.headers)).statusCode).toBe(500)
  expect((await get('/api/probe/untrue', officer.headers)).statusCode).toBe(500)
})

import { Writable } from 'node:stream'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { modules } from '../../apps/modules.ts'
import { addAccount, type SignedInBrowser, signInOver } from '../../modules/identity/testing.ts'
import { openTestCity, type TestCity } from '../testing/index.ts'
import { buildServer, type QuarterdeckServer } from './build-server.ts'
import { fileDisposition } from './file-disposition.ts'
import { probeModule } from './testing.ts'

/** Whoever asks may put into an address, a header, a name what looks like the next line of a log or of a header. */
let city: TestCity
let app: QuarterdeckServer
let officer: SignedInBrowser
let log = ''

beforeAll(async () => {
  city = await openTestCity()
  const stream = new Writable({
    write(chunk, _encoding, done) {
      log += chunk
      done()
    },
  })
  app = await buildServer({
    ...{ database: city.database, clock: city.clock, strict: true },
    modules: [...modules, probeModule],
    // Of everything, where the product writes its errors only.
    logger: { level: 'trace', stream },
  })
  await addAccount(city.asSystem(), { role: 'officer' })
  officer = await signInOver(app, 'officer')
})
afterAll(async () => {
  await app?.close()
  await city?.close()
})

const FORGED = '\r\n{"level":60,"msg":"forged"}\u001b[2J\u2028\u0085\u009b31m'

it('writes one line of JSON for each entry, whatever stands in address, headers and names', async () => {
  log = ''
  const inPath = encodeURIComponent(FORGED)
  const headers = { ...officer.headers, 'user-agent': FORGED, 'x-forwarded-for': FORGED, referer: FORGED }
  const tries = [
    { method: 'GET', url: `/api/items/${inPath}?search=${inPath}`, headers },
    { method: 'GET', url: `/api/${FORGED}`, headers },
    { method: 'POST', url: '/api/probe/fail/surprise', headers },
    {
      method: 'POST',
      url: '/api/session',
      headers,
      payload: { username: `duban${FORGED}`, password: 'swordfish of the officer' },
    },
  ] as const
  for (const each of tries) expect((await app.inject(each)).statusCode).toBeGreaterThanOrEqual(400)
  const lines = log.trimEnd().split('\n')
  expect(lines.length).toBeGreaterThan(tries.length)
  for (const line of lines) {
    expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number), pid: process.pid })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the characters that a terminal obeys are what is looked for
    expect(line).not.toMatch(/[\u0000-\u001f\u007f]/)
  }
  expect(lines.some((line) => JSON.parse(line).msg === 'forged')).toBe(false)
  expect(log).not.toContain('swordfish of the officer')
  // Where it broke, and nothing of the rows that a driver's error carries.
  expect(log).toMatch(/testing\.ts:\d+/)
  expect(log).not.toContain('wang')
})

it('reflects nothing into a header: no cookie, language, address or name begins another', async () => {
  const forged = 'x\r\nset-cookie: forged=1\r\n\r\n<script>'
  const name = encodeURIComponent(forged)
  const tries = [
    { url: `/api/items/${name}?cursor=${name}` },
    { url: `/api/session/oidc?returnTo=${name}` },
    { url: `/api/session/oidc/callback?state=${name}&code=${name}&error=${name}` },
    { url: `/${name}` },
    { url: '/api/items', headers: { 'accept-language': forged, origin: forged, 'idempotency-key': forged } },
    { url: '/api/items', headers: { cookie: `quarterdeck-session=${name}; quarterdeck-written=${name}` } },
  ]
  for (const { url, headers = {} } of tries) {
    const answer = await app.inject({ url, headers: { ...officer.headers, ...headers } })
    expect(answer.statusCode, url).toBeLessThan(500)
    expect(JSON.stringify(answer.headers), url).not.toMatch(/forged|<script>|\\r|\\n/)
  }
})

it('names a file by what RFC 8187 allows, whatever it is called', () => {
  for (const name of ['a"; filename="b.html', 'x\r\nset-cookie: a=b', "甲'()*!;,\\/ü", `${FORGED}\ud800`]) {
    const [, value] = /^attachment; filename\*=UTF-8''([\w%.~+&#$^`|-]+)$/.exec(fileDisposition(name)) ?? []
    expect(decodeURIComponent(value!)).toBe(name.toWellFormed())
  }
})

it('tells on every answer the number under which the log speaks of it, never the one that a request brings', async () => {
  log = ''
  const told: unknown[] = []
  for (const url of ['/api/items', '/api/nowhere', '/api/probe/fail/surprise', '/api/health']) {
    const headers = { ...officer.headers, 'x-request-id': 'mine', 'request-id': 'mine' }
    const { headers: answered } = await app.inject({
      method: url.includes('probe') ? 'POST' : 'GET',
      url,
      headers,
    })
    told.push(answered['x-request-id'])
  }
  expect(new Set(told).size).toBe(4)
  const ids = log
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).reqId)
  expect(told.filter((id) => ids.includes(id))).toEqual(told)
})

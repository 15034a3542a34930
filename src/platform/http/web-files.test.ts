import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { modules } from '../../apps/modules.ts'
import { openTestCity, type TestCity } from '../testing/index.ts'
import { buildServer, type QuarterdeckServer } from './build-server.ts'

let city: TestCity
let app: QuarterdeckServer

beforeAll(async () => {
  const outside = mkdtempSync(join(tmpdir(), 'quarterdeck-web-'))
  const web = join(outside, 'dist')
  mkdirSync(join(web, 'assets'), { recursive: true })
  writeFileSync(join(outside, 'secret'), 'not for the web')
  writeFileSync(join(web, 'index.html'), '<title>Quarterdeck</title>')
  writeFileSync(join(web, 'assets/main-5d41402a.js'), 'export {}')
  writeFileSync(join(web, 'favicon.svg'), '<svg/>')
  city = await openTestCity()
  app = await buildServer({ database: city.database, modules, clock: city.clock, web, strict: true })
})
afterAll(async () => {
  await app?.close()
  await city?.close()
})

it('opens the screens at every path that they route themselves', async () => {
  for (const url of ['/', '/ledger', '/reviews/01900000-0000-7000-8000-000000000000?x=1', '/index.html']) {
    const response = await app.inject({ url })
    expect(response.body).toBe('<title>Quarterdeck</title>')
    expect(response.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
    })
  }
})

it('gives each page a nonce of its own, without which no style and no script of its markup counts', async () => {
  const nonces = []
  for (const url of ['/nonce', '/nonce']) {
    const { headers } = await app.inject({ url })
    const policy = String(headers['content-security-policy'])
    nonces.push(/style-src 'self' 'nonce-([\w-]{24})'/.exec(policy)?.[1])
    expect(policy).toContain("script-src 'self';")
    expect(policy).not.toContain('unsafe')
  }
  expect(new Set(nonces).size).toBe(2)
  const source = readFileSync(new URL('../../../web/index.html', import.meta.url), 'utf8')
  expect(source).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/)
})

it('lets browsers keep for ever what has a hash in its name, and nothing else', async () => {
  const hashed = await app.inject({ url: '/assets/main-5d41402a.js' })
  expect(hashed.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  const plain = await app.inject({ url: '/favicon.svg' })
  expect(plain.headers).toMatchObject({ 'cache-control': 'no-cache', 'content-type': 'image/svg+xml' })
})

it.each([
  '/assets/gone.js',
  '/api/gone',
  '/api',
  '/../secret',
  '/%2e%2e/secret',
  '/..%2fsecret',
  '/assets/..%5c..%5csecret',
])('answers %s with a problem or the screens, never with a file outside', async (url) => {
  const response = await app.inject({ url })
  expect(response.body).not.toContain('not for the web')
  if (!url.includes('secret')) expect(response.json()).toMatchObject({ code: 'kernel.no-such-route' })
})

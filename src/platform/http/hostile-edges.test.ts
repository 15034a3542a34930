import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modules } from '../../apps/modules.ts'
import { addAccount, type SignedInBrowser, signInOver } from '../../modules/identity/testing.ts'
import { openTestCity, type TestCity } from '../testing/index.ts'
import { buildServer, type QuarterdeckServer } from './build-server.ts'
import { probeModule } from './testing.ts'

let city: TestCity
let app: QuarterdeckServer
let officer: SignedInBrowser

beforeAll(async () => {
  city = await openTestCity()
  const withProbe = [...modules, probeModule]
  app = await buildServer({ database: city.database, modules: withProbe, clock: city.clock, strict: true })
  await addAccount(city.asSystem(), { role: 'officer' })
  officer = await signInOver(app, 'officer')
})
afterAll(async () => {
  await app?.close()
  await city?.close()
})

describe('a path that nobody can read', () => {
  it.each([
    '/api/items/%zz',
    '/api/items/%',
    '/api/items/%c0%ae%c0%ae',
    '/api/items/%ED%A0%80/story',
    `/api/items/${'%E5%B8%82'.repeat(300)}`,
    `/api/items/${'a'.repeat(5000)}`,
  ])('%.30s… is a problem with all headers, as any other', async (url) => {
    const response = await app.inject({ url, headers: officer.headers })
    expect([400, 404]).toContain(response.statusCode)
    expect(response.headers).toMatchObject({
      'content-type': 'application/problem+json; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    })
    expect(response.json().code).toMatch(/^kernel\./)
  })
})

it('a request that never comes to its end is cut off', () => {
  const { headersTimeout, requestTimeout } = app.server
  for (const limit of [headersTimeout, requestTimeout]) {
    expect(limit).toBeGreaterThan(0)
    expect(limit).toBeLessThanOrEqual(300_000)
  }
})

describe('a body', () => {
  const post = (payload: string, type = 'application/json') =>
    app.inject({
      method: 'POST',
      url: '/api/probe/fields',
      payload,
      headers: { ...officer.headers, 'content-type': type },
    })

  it.each([
    ['lists', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['lists in a field', `{"title":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ])('nested 100,000 deep of %s is refused', async (_what, payload) => {
    expect((await post(payload)).statusCode).toBe(400)
  })

  it('that names the prototype leaves every other object as it is', async () => {
    const tries = ['{"__proto__":{"isAdmin":true}}', '{"constructor":{"prototype":{"isAdmin":true}}}']
    for (const payload of tries) expect((await post(payload)).statusCode).toBe(400)
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined()
  })

  const boundary = 'x-edge'
  const part = (disposition: string, content: string) =>
    `--${boundary}\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`
  const form = (payload: string) =>
    app.inject({
      method: 'POST',
      url: '/api/probe/file',
      payload,
      headers: { ...officer.headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
    })

  it.each([
    ['that is cut off', part('name="file"; filename="a.txt"', 'x').slice(0, -9), 'kernel.malformed-body'],
    ['without an end', part('name="file"; filename="a.txt"', 'x'), 'kernel.malformed-body'],
    [
      'with a zero character in a field',
      `${part('name="note"', 'a\u0000b')}${part('name="file"; filename="a.txt"', 'x')}--${boundary}--\r\n`,
      'kernel.malformed-text',
    ],
  ])('of a form %s is refused, not an error of ours', async (_what, payload, code) => {
    expect((await form(payload)).json()).toMatchObject({ status: 400, code })
  })
})

interface Schema {
  type?: string | string[]
  minimum?: number
  exclusiveMinimum?: number
  maximum?: number
}

/** Every whole number of a schema that is not held to what a column of the database takes. */
function unbounded(schema: unknown, at: string): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const { type, exclusiveMinimum = -Infinity, maximum = Infinity } = schema as Schema
  const { minimum = exclusiveMinimum } = schema as Schema
  const isWhole = [type].flat().includes('integer')
  const isBounded = minimum >= -(2 ** 31) && maximum <= 2 ** 31 - 1
  const own = isWhole && !isBounded ? [at] : []
  return [...own, ...Object.entries(schema).flatMap(([key, each]) => unbounded(each, `${at}/${key}`))]
}

it('takes no whole number that a column of the database cannot hold', async () => {
  const { paths } = (await app.inject({ url: '/api/openapi.json' })).json() as {
    paths: Record<string, Record<string, { parameters?: unknown; requestBody?: unknown }>>
  }
  const found = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { parameters, requestBody }]) =>
      path.startsWith('/api/probe') ? [] : unbounded({ parameters, requestBody }, `${method} ${path}`),
    ),
  )
  expect(found).toEqual([])
})

import Fastify from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase } from '../database/index.ts'
import { openTestDatabase, type TestDatabase } from '../testing/index.ts'
import { rateLimits } from './rate-limits.ts'

let test: TestDatabase
const cleanup = new AsyncDisposableStack()
beforeAll(async () => {
  test = await openTestDatabase()
  cleanup.defer(() => test.close())
})
afterAll(() => cleanup.disposeAsync())

/** One of several processes: its own pool, its own memory. */
async function startProcess() {
  const database = await openDatabase({ url: test.database.url, secret: test.database.secret })
  cleanup.defer(() => database.close())
  const app = Fastify({ trustProxy: true })
  cleanup.defer(() => app.close())
  await rateLimits(app, database)
  const config = { rateLimit: { max: 5, timeWindow: 60_000 } }
  app.get('/limited', { config }, () => 'yes')
  app.get('/other', { config }, () => 'yes')
  return (url = '/limited', from = '10.0.0.1') =>
    app.inject({ url, headers: { 'x-forwarded-for': from } }).then(({ statusCode }) => statusCode)
}

it('an address has one limit at all processes together, each route and each address its own', async () => {
  const [one, two] = [await startProcess(), await startProcess()]
  const all = await Promise.all(Array.from({ length: 12 }, (_, at) => (at % 2 === 0 ? one() : two())))
  expect(all.filter((status) => status === 200)).toHaveLength(5)
  expect(all.filter((status) => status === 429 || status === 500)).toHaveLength(7)
  expect(await one('/other')).toBe(200)
  expect(await two('/limited', '10.0.0.2')).toBe(200)
  // A process that has just come knows of it, too; and what is over is no longer counted in the database.
  const three = await startProcess()
  expect(await three()).not.toBe(200)
  const counts = () =>
    sql<{ most: number }>`select max(count)::int as most from platform.rate_count`.execute(
      test.database.owner,
    )
  const before = (await counts()).rows
  expect(await three()).not.toBe(200)
  expect((await counts()).rows).toEqual(before)
  // The window over, it begins again.
  await sql`update platform.rate_count set began_at = began_at - interval '61 seconds'`.execute(
    test.database.owner,
  )
  expect(await (await startProcess())()).toBe(200)
})

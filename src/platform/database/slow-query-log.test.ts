import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../testing/index.ts'
import { openDatabase } from './index.ts'
import { withoutValues } from './slow-query-log.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase('empty')
})
afterAll(() => database?.close())

it('tells a query that took long, also one that failed, and no value of it', async () => {
  const told: { sql: string; hasFailed: boolean }[] = []
  const slow = { thresholdMs: 50, tell: (query: (typeof told)[number]) => void told.push(query) }
  const { url, secret } = database.database
  const watched = await openDatabase({ url, secret, poolSize: 1, slowQueries: slow })
  await sql`select 1`.execute(watched.owner)
  await sql`select pg_sleep(0.1), ${'13800138000'}::text`.execute(watched.owner)
  await sql`select 7 / length(pg_sleep(0.1)::text), ${'swordfish'}::text`
    .execute(watched.owner)
    .catch(() => {})
  await watched.close()
  expect(told).toMatchObject([
    { sql: 'select pg_sleep(…), $1::text', hasFailed: false },
    { sql: 'select … / length(pg_sleep(…)::text), $1::text', hasFailed: true },
  ])
})

it.each([
  [`select 'it''s me', 42, "column1", $12`, `select '…', …, "column1", $12`],
  ['a  =  1.5\n and t1.b in (7, 8)', 'a = … and t1.b in (…, …)'],
])('hides what is written into %j', (statement, told) => {
  expect(withoutValues(statement)).toBe(told)
})

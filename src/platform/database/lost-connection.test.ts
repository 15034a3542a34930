import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../testing/index.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
})
afterAll(() => city.close())

// A job waited for a mail server inside its transaction; the restart of the database ended the whole server.
it('A connection that the server ends while its transaction waits for something else fails that transaction only', async () => {
  const ctx = city.asSystem()
  const waiting = ctx.transaction(async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
    await sql`select pg_terminate_backend(${rows[0]!.pid})`.execute(city.database.owner)
    await sleep(100)
    await sql`select 1`.execute(tx)
  })
  await expect(waiting).rejects.toThrow()
  const { rows } = await ctx.transaction((tx) => sql<{ one: number }>`select 1 as one`.execute(tx))
  expect(rows).toEqual([{ one: 1 }])
})

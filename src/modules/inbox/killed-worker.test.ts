import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { modules } from '../../apps/modules.ts'
import { createContext, systemActor } from '../../platform/database/index.ts'
import { enqueue } from '../../platform/jobs/index.ts'
import { openTestCity, type TestCity } from '../../platform/testing/index.ts'
import { addAccount } from '../identity/testing.ts'
import { startTellingWorker, tellingRoom } from './testing/telling-worker.ts'

const CHILD = fileURLToPath(new URL('./testing/tell-and-hang.ts', import.meta.url))

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
})
afterAll(() => city.close())

const count = async (table: string) => {
  const { rows } = await sql<{ count: number }>`select count(*) from ${sql.raw(table)}`.execute(
    city.database.owner,
  )
  return rows[0]!.count
}

it('What a killed process told and did not finish is done again by the next one, and tells nobody twice', async () => {
  const { database, tenant, clock } = city
  const officer = await addAccount(city.asSystem(), { role: 'officer' })
  let runs = 0
  const room = tellingRoom(officer.id, async () => {
    runs += 1
  })
  const all = [...modules, room]
  const actor = systemActor(all)
  const ctx = createContext({ database, tenantId: tenant.id, clock, locale: 'en', modules: all, actor })
  await ctx.transaction((tx) => enqueue(tx, ctx, { job: 'room.tell' }))

  const child = fork(CHILD, [database.url, officer.id], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  await once(child.stdout!, 'data')
  expect(await count('inbox.message')).toBe(1)
  child.kill('SIGKILL')
  await once(child, 'exit')

  const worker = startTellingWorker(database, room)
  while (runs === 0 || (await count('graphile_worker._private_jobs')) > 0) await sleep(50)
  await worker.stop()
  expect(runs).toBe(1)
  expect(await count('inbox.message')).toBe(1)
  expect(await count('inbox.webhook_delivery')).toBe(1)
})

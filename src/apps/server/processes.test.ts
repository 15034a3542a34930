import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../platform/testing/index.ts'
import { newDataFolder, type Program, run } from '../testing.ts'

let database: TestDatabase
const dataFolder = newDataFolder()
const programs: Program[] = []

beforeAll(async () => {
  database = await openTestDatabase('empty')
})
afterAll(async () => {
  for (const { child } of programs) child.kill('SIGKILL')
  await Promise.all(programs.map(({ ended }) => ended))
  await database?.close()
  await rm(dataFolder, { recursive: true, force: true })
})

function serve(role: string, more: Record<string, string> = {}): Program {
  const env = { DATABASE_URL: database.database.url, QUARTERDECK_DATA: dataFolder, ...more }
  const program = run('./cli/main.ts', ['serve', '--role', role], env)
  programs.push(program)
  return program
}

const count = async (table: string) => {
  const { rows } = await sql<{
    count: number
  }>`select count(*)::int as count from ${sql.table(table)}`.execute(database.database.owner)
  return rows[0]!.count
}

it('lets two web processes and a worker share an empty database from their start on', async () => {
  // Both begin at once: one migrates and makes the city, the other waits and finds it.
  const [one, two] = [serve('web'), serve('web')]
  const [here, there] = await Promise.all([one.address(), two.address()])
  const made = [one, two].filter(({ output }) => !output().includes('新迁移 0 个'))
  expect(made).toHaveLength(1)
  expect(await count('platform.tenant')).toBe(1)
  for (const address of [here, there]) {
    const ready = await fetch(`${address}/api/ready`)
    expect([ready.status, await ready.json()]).toMatchObject([200, { ready: true }])
  }

  // A session opened here is good there, and ended there is ended here.
  const [[username, password]] = Object.entries<string>(
    JSON.parse(readFileSync(join(dataFolder, 'sample-sign-ins.json'), 'utf8')),
  ) as [[string, string]]
  const json = { 'content-type': 'application/json' }
  const signedIn = await fetch(`${here}/api/session`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ username, password }),
  })
  expect(signedIn.status).toBe(200)
  const cookie = signedIn.headers.getSetCookie()[0]!.split(';')[0]!
  const { csrfToken } = (await signedIn.json()) as { csrfToken: string }
  const look = (address: string) => fetch(`${address}/api/session`, { headers: { cookie } })
  expect((await look(there)).status).toBe(200)
  const ended = await fetch(`${there}/api/session`, {
    method: 'DELETE',
    headers: { cookie, 'x-csrf-token': csrfToken },
  })
  expect(ended.status).toBeLessThan(300)
  expect((await look(here)).status).toBe(401)

  // Jobs wait while there are only web processes; the worker takes them and tells that it is well.
  const { rows } = await sql<{ id: string }>`select id from platform.tenant`.execute(database.database.owner)
  await database.database.forTenant({ tenantId: rows[0]!.id }, async (tx) => {
    await sql`select platform.enqueue_job(
      'inbox.plan-mail', json_build_object('accountId', ${rows[0]!.id}::uuid), now(), 'drill', null)`.execute(
      tx,
    )
  })
  expect(await count('graphile_worker._private_jobs')).toBeGreaterThan(0)
  const worker = serve('worker', { QUARTERDECK_OPS_PORT: '0' })
  const health = await worker.address()
  expect((await fetch(`${health}/health`)).status).toBe(200)
  expect((await fetch(`${health}/ready`)).status).toBe(200)
  expect((await fetch(`${health}/api/session`)).status).toBe(404)
  const drill = async () => {
    const waiting = await sql`select from graphile_worker._private_jobs where key like '%drill'`.execute(
      database.database.owner,
    )
    return waiting.rows.length
  }
  while ((await drill()) > 0) await sleep(50)

  for (const program of [one, two, worker]) program.child.kill('SIGTERM')
  expect(await Promise.all([one, two, worker].map(({ ended: end }) => end))).toEqual([0, 0, 0])
}, 180_000)

it('refuses a part of the work without a database that can be shared', async () => {
  const alone = run('./cli/main.ts', ['serve', '--role', 'worker'], { QUARTERDECK_DATA: dataFolder })
  expect(await alone.ended).toBe(2)
  expect(alone.output()).toContain('需要 DATABASE_URL')
})

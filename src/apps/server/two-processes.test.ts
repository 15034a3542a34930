import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { systemClock } from '../../kernel/clock.ts'
import { addAccount, giveRole, type SignedInBrowser, signInOver } from '../../modules/identity/testing.ts'
import { defineForTest, publishForTest } from '../../modules/indicators/testing.ts'
import { newItem } from '../../modules/ledger/testing.ts'
import { readPack, storeRegister } from '../../modules/units/index.ts'
import { type Database, openDatabase } from '../../platform/database/index.ts'
import { buildServer, type QuarterdeckServer } from '../../platform/http/index.ts'
import { startWorker, type Worker } from '../../platform/jobs/index.ts'
import type { Module } from '../../platform/module.ts'
import { openTestCity, type TestCity } from '../../platform/testing/index.ts'
import { modules } from '../modules.ts'

let city: TestCity
/** This writes, the other one reads and has kept what it read. */
let here: QuarterdeckServer
let there: QuarterdeckServer
let officer: SignedInBrowser
const cleanup = new AsyncDisposableStack()
const workers: Worker[] = []

beforeAll(async () => {
  city = await openTestCity()
  cleanup.defer(() => city.close())
  here = await city.http()
  there = await openServer(await openOther())
  await addAccount(city.asSystem(), { role: 'officer' })
  officer = await signInOver(here, 'officer')
})
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()))
})
afterAll(() => cleanup.disposeAsync())

/** As another process has it: own connections, own memory. */
async function openOther(): Promise<Database> {
  const { url, secret, files } = city.database
  const other = await openDatabase({ url, secret, files, poolSize: 4 })
  cleanup.defer(() => other.close())
  return other
}

async function openServer(database: Database): Promise<QuarterdeckServer> {
  const server = await buildServer({ database, modules, clock: city.clock })
  cleanup.defer(() => server.close())
  return server
}

const read = async (server: QuarterdeckServer, url: string, { headers } = officer) => {
  const answer = await server.inject({ url, headers })
  return { status: answer.statusCode, body: answer.body }
}

/** What processes keep in memory between requests: see the callers of `platform/answers` and the stores by database. */
const PAGES = {
  ledger: ['', '/board', '/count', '/statistics', '/pace'].map((path) => `/api/items${path}`),
  desk: ['/api/desk', '/api/home'],
  settings: ['/api/ledger/settings', '/api/ledger/light-rules', '/api/ledger/calendar?year=2024'],
  units: ['/api/units', '/api/units/resolve?name=%E6%96%B0%E6%B1%80%E9%95%87', '/api/measured-units'],
  catalogue: ['/api/indicators', '/api/indicators/output'],
  values: [
    '/api/indicators/output/table?period=2024-02',
    '/api/indicators/output/vintages',
    '/api/pace?period=2024-02',
    '/api/vintages',
  ],
  views: ['/api/views'],
}

/** Each page is read there twice before, so that it is kept, and at once after; a process that has just come knows the truth. */
async function seesAtOnce(change: () => Promise<unknown>, changed: readonly string[]): Promise<void> {
  const urls = Object.values(PAGES).flat()
  const before = new Map<string, string>()
  for (const url of urls) {
    await read(there, url)
    before.set(url, (await read(there, url)).body)
  }
  await change()
  const [seen, fresh] = [new Map<string, unknown>(), await openServer(await openOther())]
  for (const url of urls) seen.set(url, await read(there, url))
  for (const url of urls) {
    const truth = await read(fresh, url)
    // The indicator is defined on the way.
    expect([200, 404], `${url} ${truth.body}`).toContain(truth.status)
    expect(seen.get(url), url).toEqual(truth)
  }
  for (const url of changed) expect((seen.get(url) as { body: string }).body, url).not.toBe(before.get(url))
}

async function send(method: 'POST' | 'PUT', url: string, payload: object) {
  const answer = await here.inject({ method, url, headers: officer.headers, payload })
  expect(answer.statusCode, answer.body).toBeLessThan(300)
  return answer.json()
}

it('what one process writes, the other has at once: items, settings, units, indicators and their values', async () => {
  const item = newItem({ title: '两个进程', leadUnitId: city.unitId('qingdu'), dueOn: '2024-06-30' })
  await seesAtOnce(
    () => send('POST', '/api/items', item),
    ['/api/items', '/api/items/board', '/api/items/count'],
  )
  await seesAtOnce(async () => {
    const { settings, version } = JSON.parse((await read(here, '/api/ledger/settings')).body)
    const next = { ...settings, reportDay: settings.reportDay + 1 }
    await send('PUT', '/api/ledger/settings', { version, settings: next })
  }, ['/api/ledger/settings'])
  const { register } = readPack('riverport')
  const town = {
    ...register.units[3]!,
    key: 'new-town',
    name: '新汀镇',
    fullName: null,
    code: null,
    aliases: [],
  }
  await seesAtOnce(
    () => storeRegister(city.asSystem(), { ...register, units: [...register.units, town] }),
    ['/api/units', PAGES.units[1]!],
  )
  await seesAtOnce(() => defineForTest(city.asSystem(), { code: 'output' }), PAGES.catalogue)
  for (const value of ['12.5', '13.5'])
    await seesAtOnce(
      () => publishForTest(city.asSystem(), { output: { '2024-02': { yunbo: value } } }),
      ['/api/vintages', '/api/indicators/output/table?period=2024-02'],
    )
})

it('a role taken back here and a session ended here hold there with the next request', async () => {
  const account = await addAccount(city.asSystem(), { role: 'auditor', username: 'leaving' })
  const given = await giveRole(city, account.id, { role: 'officer' })
  const leaving = await signInOver(here, 'leaving')
  expect((await read(there, '/api/items', leaving)).status).toBe(200)
  await giveRole.back(city, account.id, given)
  const payload = newItem({ title: '已无权限' })
  const refused = await there.inject({ method: 'POST', url: '/api/items', headers: leaving.headers, payload })
  expect(refused.statusCode).toBe(403)
  await here.inject({ method: 'DELETE', url: '/api/session', headers: leaving.headers })
  expect((await read(there, '/api/items', leaving)).status).toBe(401)
})

it('the same write under one key at two processes is done once', async () => {
  const headers = { ...officer.headers, 'idempotency-key': 'at-two-processes' }
  const payload = newItem({ title: '同一个键' })
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, at) =>
      (at % 2 === 0 ? here : there).inject({ method: 'POST', url: '/api/items', headers, payload }),
    ),
  )
  expect(answers.every(({ statusCode }) => statusCode === 201 || statusCode === 409)).toBe(true)
  const { rows } = await sql`select from ledger.item where title = '同一个键'`.execute(city.database.owner)
  expect(rows).toHaveLength(1)
})

/** A room whose only job counts, at two workers. */
async function workAtTwo(room: Pick<Module, 'jobs' | 'crons'>): Promise<void> {
  const declared: Module = { name: 'room', layer: 'records', dependsOn: [], ...room }
  const logger = { error() {}, warn() {} }
  for (const database of [await openOther(), await openOther()])
    workers.push(startWorker({ database, modules: [declared], clock: systemClock(), logger }))
}

const waitingJobs = async () => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from graphile_worker._private_jobs`.execute(city.database.owner)
  return rows[0]!.count
}

it('a thousand jobs at two workers are each done once, and each effect stands once', async () => {
  await city.database.owner.deleteFrom('graphile_worker._private_jobs' as never).execute()
  await city.database.forTenant({ tenantId: city.tenant.id }, async (tx) => {
    await sql`select platform.enqueue_job('room.do', json_build_object('number', number), now(), null, null)
      from generate_series(1, 1000) as number`.execute(tx)
  })
  const done: number[] = []
  await workAtTwo({
    jobs: { 'room.do': async (_, payload) => void done.push((payload as { number: number }).number) },
  })
  while ((await waitingJobs()) > 0) await sleep(20)
  expect(done).toHaveLength(1000)
  expect(new Set(done).size).toBe(1000)
})

it('a daily tick that both workers find missed is made good once', async () => {
  // As it stands after a day without any worker.
  await sql`insert into graphile_worker._private_known_crontabs (identifier, known_since, last_execution)
    values ('room.day 0 2 * * *', now() - interval '9 days', now() - interval '25 hours')`.execute(
    city.database.owner,
  )
  let days = 0
  await workAtTwo({
    jobs: {
      'room.day': async () => {
        days += 1
      },
    },
    crons: [{ job: 'room.day', pattern: '0 2 * * *' }],
  })
  const ticked = () =>
    sql`select from graphile_worker._private_known_crontabs
      where identifier = 'room.day 0 2 * * *' and last_execution > now() - interval '24 hours'`.execute(
      city.database.owner,
    )
  while (days === 0 || (await ticked()).rows.length === 0 || (await waitingJobs()) > 0) await sleep(20)
  expect(days).toBe(1)
})

// The ledger's own daily work, begun by two workers at the same moment.
it('reminders of a day are sent once, though two workers run them at once', async () => {
  await addAccount(city.asSystem(), { role: 'liaison', unitId: city.unitId('qingdu') })
  const item = newItem({ title: '到期提醒', leadUnitId: city.unitId('qingdu'), dueOn: '2024-04-12' })
  const { id } = await send('POST', '/api/items', item)
  await send('POST', `/api/items/${id}/review`, {})
  await send('POST', `/api/items/${id}/dispatch`, {})
  // Three days before the deadline.
  city.setClock('2024-04-09T02:00:00Z')
  const remind = modules.find(({ name }) => name === 'ledger')!.jobs!['ledger.remind']!
  const run = { signal: new AbortController().signal, jobKey: null, attempt: 1 }
  await Promise.all([remind(city.asSystem(), {}, run), remind(city.asSystem(), {}, run)])
  const { rows } = await sql<{ kind: string }>`select kind from inbox.message
    where subject_id = ${id} and kind <> 'ledger.dispatched'`.execute(city.database.owner)
  expect(rows).toHaveLength(1)
})

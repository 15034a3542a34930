import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { modules } from '../../apps/modules.ts'
import { fixedClock } from '../../kernel/clock.ts'
import { addAccount, signInOver } from '../../modules/identity/testing.ts'
import {
  createContext,
  type Database,
  isAway,
  migrate,
  openDatabase,
  systemActor,
} from '../database/index.ts'
import { createMetrics } from '../operations/index.ts'
import { readCityUnits } from '../testing/city-units.ts'
import { loadRiverport } from '../testing/load-riverport.ts'
import { type Pair, raisePrimary } from '../testing/raise-standby.ts'
import { TEST_SECRET } from '../testing/secret.ts'
import { buildServer, type QuarterdeckServer } from './index.ts'

/** Of the processes under test; what is bounded is tested by one with little patience. */
const PATIENT_MS = 600_000
const IMPATIENT_MS = 400

let pair: Pair
let standbyUrl: string
let standby: pg.Client
let leadUnitId: string
const open: { close(): Promise<unknown> }[] = []

interface House {
  database: Database
  server: QuarterdeckServer
}

/** One process of the installation, as `quarterdeck serve --role web` opens it. */
async function openHouse(maxLagMs: number, urls = [standbyUrl]): Promise<House> {
  const standbys = { urls, maxLagMs }
  const database = await openDatabase({ url: pair.primaryUrl, secret: TEST_SECRET, poolSize: 4, standbys })
  const server = await buildServer({
    database,
    modules,
    clock: fixedClock('2024-04-10T02:00:00Z'),
    strict: true,
  })
  open.push(server, database)
  await database.standbys!.look()
  return { database, server }
}

let here: House
let there: House
let impatient: House

beforeAll(async () => {
  pair = await raisePrimary()
  const database = await openDatabase({ url: pair.primaryUrl, secret: TEST_SECRET, poolSize: 2 })
  await migrate(database, modules)
  const tenant = await loadRiverport(database, modules)
  const clock = fixedClock('2024-04-10T02:00:00Z')
  const actor = systemActor(modules)
  const system = createContext({ database, tenantId: tenant.id, actor, clock, locale: 'zh-CN', modules })
  const units = await readCityUnits(system)
  leadUnitId = units.find(({ key }) => key === 'yunbo')!.id
  await addAccount(system, { role: 'officer' })
  await addAccount(system, { username: 'second', role: 'officer' })
  await addAccount(system, { role: 'liaison', unitId: units.find(({ key }) => key === 'qingdu')!.id })
  await database.close()
  standbyUrl = await pair.raise()
  standby = new pg.Client({ connectionString: standbyUrl })
  standby.on('error', () => {})
  await standby.connect()
  here = await openHouse(PATIENT_MS)
  there = await openHouse(PATIENT_MS)
  impatient = await openHouse(IMPATIENT_MS)
})
afterAll(async () => {
  for (const each of open) await each.close()
  await standby?.end()
  await pair?.stop()
})

/** A browser: it keeps its cookies whichever process answers. */
async function browse(username: string) {
  const { headers } = await signInOver(here.server, username)
  const jar = new Map<string, string>([headers.cookie!.split(/=(.*)/s).slice(0, 2) as [string, string]])
  async function ask(house: House, method: 'GET' | 'POST', url: string, payload?: object) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await house.server.inject({ method, url, headers: { ...headers, cookie }, payload })
    for (const { name, value } of response.cookies) jar.set(name, value)
    expect(response.statusCode, response.body).toBeLessThan(300)
    return response.json()
  }
  return {
    jar,
    enter: (title: string, house = here) =>
      ask(house, 'POST', '/api/items', { title, leadUnitId, dueOn: '2024-06-30' }),
    titles: async (house = here): Promise<string[]> =>
      (await ask(house, 'GET', '/api/items?sort=createdAt&pageSize=200')).items.map(
        ({ title }: { title: string }) => title,
      ),
    total: async (house = here): Promise<number> =>
      (await ask(house, 'GET', '/api/items/statistics')).totals.total,
  }
}

const outcomes = ({ database }: House) => ({ ...database.standbys!.state().outcomes })

async function hangBack(): Promise<void> {
  await standby.query('select pg_wal_replay_pause()')
  const state = async () => (await standby.query('select pg_get_wal_replay_pause_state() as is')).rows[0].is
  while ((await state()) !== 'paused') await sleep(10)
}

const goOn = () => standby.query('select pg_wal_replay_resume()')
afterEach(async () => {
  await goOn().catch(() => {})
})

async function catchUp(): Promise<void> {
  await here.database.standbys!.look()
  while ((here.database.standbys!.state().standbys[0]!.lagBytes ?? 1) > 0) {
    await sleep(20)
    await here.database.standbys!.look()
  }
}

it('shows a writer his own write at once in every process, and others the old or the new, while a standby hangs back', async () => {
  const [writer, other] = [await browse('officer'), await browse('second')]
  await writer.enter('事项甲')
  await catchUp()
  expect(await other.titles()).toEqual(['事项甲'])
  expect(outcomes(here).standby).toBeGreaterThan(0)

  await hangBack()
  await writer.enter('事项乙')
  const before = [outcomes(here), outcomes(there)]
  // Within the bound; no error, no mixture.
  expect(await other.titles(there)).toEqual(['事项甲'])
  expect(await writer.titles(here)).toEqual(['事项甲', '事项乙'])
  expect(await writer.titles(there)).toEqual(['事项甲', '事项乙'])
  expect([outcomes(here).behind - before[0]!.behind, outcomes(there).behind - before[1]!.behind]).toEqual([
    1, 1,
  ])
  // Whose bound is over asks the primary, as the writer does.
  await sleep(IMPATIENT_MS + 100)
  await impatient.database.standbys!.look()
  expect(await other.titles(impatient)).toEqual(['事项甲', '事项乙'])

  await goOn()
  await catchUp()
  const served = outcomes(there).standby
  expect([await writer.titles(there), await other.titles(there)]).toEqual([
    ['事项甲', '事项乙'],
    ['事项甲', '事项乙'],
  ])
  expect(outcomes(there).standby - served).toBeGreaterThanOrEqual(2)
})

// A kept answer of a standby that hangs back, under the head that only the primary has, would stay wrong.
it('keeps no answer of a standby under a head that it has not seen', async () => {
  const [writer, other] = [await browse('officer'), await browse('second')]
  await catchUp()
  const total = await other.total()
  await hangBack()
  await writer.enter('事项丙')
  expect(await other.total()).toBe(total)
  expect(await writer.total()).toBe(total + 1)
  expect(await other.total()).toBeGreaterThanOrEqual(total)
  expect(await writer.total()).toBe(total + 1)
  await goOn()
  await catchUp()
  expect([await writer.total(), await other.total()]).toEqual([total + 1, total + 1])
})

it('remembers two writes whose answers cross, and forgets them when every standby has them', async () => {
  const writer = await browse('officer')
  await writer.enter('事项丁')
  await writer.enter('事项戊')
  const own = [...writer.jar.keys()].filter((name) => name.startsWith('quarterdeck-written-'))
  expect(own).toHaveLength(2)
  const { headers } = await signInOver(here.server, 'second')
  const response = await here.server.inject({
    method: 'POST',
    url: '/api/items',
    headers,
    payload: { title: '事项己', leadUnitId, dueOn: '2024-06-30' },
  })
  const cookie = response.cookies.find(({ name }) => name.startsWith('quarterdeck-written-'))
  expect(cookie).toMatchObject({
    httpOnly: true,
    sameSite: 'Strict',
    path: '/api',
    maxAge: PATIENT_MS / 1000 + 5,
  })
  expect(response.headers['quarterdeck-written']).toBe(cookie!.value)
})

it('leaves row-level security as narrow on a standby as on the primary', async () => {
  await catchUp()
  const foreign = await browse('liaison')
  const before = outcomes(here).standby
  expect(await foreign.titles()).toEqual([])
  expect(outcomes(here).standby).toBeGreaterThan(before)
})

it('tells Prometheus how far the standby is and what became of each read', async () => {
  await catchUp()
  const text = await createMetrics(here.database).text()
  expect(text).toMatch(/^quarterdeck_replica_up\{replica="1"\} 1$/m)
  expect(text).toMatch(/^quarterdeck_replica_lag_bytes\{replica="1"\} 0$/m)
  expect(text).toMatch(/^quarterdeck_replica_reads_total\{outcome="standby"\} [1-9]/m)
})

it('reads from no address that leads to a primary, and writes to none that leads to a standby', async () => {
  const mistaken = await openHouse(PATIENT_MS, [pair.primaryUrl])
  expect(mistaken.database.standbys!.state().standbys).toMatchObject([{ isUp: false }])
  await (await browse('officer')).titles(mistaken)
  expect(outcomes(mistaken)).toEqual({ standby: 0, behind: 0, away: 0, repeated: 0 })

  const behindTheTimes = await openDatabase({ url: standbyUrl, secret: TEST_SECRET, poolSize: 1 })
  open.push(behindTheTimes)
  const failure = await sql`select 1`.execute(behindTheTimes.owner).catch((error) => error)
  expect(isAway(failure), String(failure)).toBe(true)
})

it('runs a read once more whose connection is lost, and a write only before it has begun', async () => {
  const { database } = here
  const tenantId = '00000000-0000-7000-8000-000000000000'
  let runs = 0
  const loseOnce = (isRead: boolean) => {
    runs = 0
    return database.forTenant(
      { tenantId },
      async (tx) => {
        runs += 1
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
        if (runs === 1) await database.standbys!.look().then(() => end(rows[0]!.pid))
        return (await sql<{ one: number }>`select 1 as one`.execute(tx)).rows[0]!.one
      },
      { isRead, mayLag: false },
    )
  }
  expect([await loseOnce(true), runs]).toEqual([1, 2])
  const failure = await loseOnce(false).catch((error) => error)
  expect([isAway(failure), runs]).toEqual([true, 1])
})

it('goes on with the primary alone when the standby is gone', async () => {
  const [writer, other] = [await browse('officer'), await browse('second')]
  await writer.enter('事项庚')
  await pair.stopStandby()
  expect(await writer.titles()).toContain('事项庚')
  expect(await other.titles(there)).toContain('事项庚')
  await here.database.standbys!.look()
  expect(here.database.standbys!.state().standbys).toMatchObject([{ isUp: false, lagBytes: undefined }])
})

async function end(pid: number): Promise<void> {
  const client = new pg.Client({ connectionString: pair.primaryUrl })
  await client.connect()
  await client.query('select pg_terminate_backend($1, 5000)', [pid])
  await client.end()
}

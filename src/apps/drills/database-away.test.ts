import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '../../kernel/clock.ts'
import { loadSecret, openDatabase } from '../../platform/database/index.ts'
import { createFolderStore } from '../../platform/files/index.ts'
import { startWorker, type Worker } from '../../platform/jobs/index.ts'
import { openTestDatabase, type TestDatabase } from '../../platform/testing/index.ts'
import { modules } from '../modules.ts'
import { newDataFolder, type Program, run } from '../testing.ts'
import { countRows, importSheetUntil, untilEntering, untilState } from './drill-import.ts'
import { drillOutage } from './drill-outage.ts'
import { type ServedCity, serveCity } from './served-city.ts'
import { wrongAnswers } from './tally.ts'
import { openTcpProxy, type TcpProxy } from './tcp-proxy.ts'

/** On a machine that five others use. */
const PATIENCE_MS = 240_000

let database: TestDatabase
let proxy: TcpProxy
let city: ServedCity
const folder = newDataFolder()
const ended: (() => unknown)[] = []

beforeAll(async () => {
  database = await openTestDatabase('empty')
  const { hostname, port } = new URL(database.database.url)
  proxy = await openTcpProxy(hostname, Number(port))
  const url = new URL(database.database.url)
  url.host = `127.0.0.1:${proxy.port}`
  city = await serveCity(folder, { DATABASE_URL: url.href, QUARTERDECK_ROLE: 'web' })
})
afterAll(async () => {
  for (const end of ended) await end()
  await city?.stop()
  await proxy?.close()
  await database?.close()
  await rm(folder, { recursive: true, force: true })
})

function startWorkerProcess(): Program {
  const env = { DATABASE_URL: database.database.url, QUARTERDECK_DATA: folder, QUARTERDECK_OPS_PORT: '0' }
  const worker = run('./cli/main.ts', ['serve', '--role', 'worker'], env)
  ended.push(async () => {
    worker.child.kill('SIGKILL')
    await worker.ended
  })
  return worker
}

describe('Acknowledged is stored once, not acknowledged is absent', () => {
  it(
    'when the database is gone for a while: refused with 503, not ready meanwhile, and on without a hand',
    async () => {
      const drill = { cycles: 1, writers: 4, name: 'away', outageMs: 1500 }
      const drilled = await drillOutage(city, proxy, drill)
      expect(drilled).toMatchObject({ lost: [], doubled: [], unasked: [] })
      expect(drilled.stored).toBe(drilled.acknowledged)
      expect(wrongAnswers(drilled.tally)).toEqual([])
      expect(drilled.tally.statuses.get(503)).toBeGreaterThan(0)
      expect([...drilled.readiness]).toEqual([503])
    },
    PATIENCE_MS,
  )

  it(
    'tells an outage in a sentence, with when to come back',
    async () => {
      const back = proxy.dropFor(400)
      const answer = await fetch(`${city.address}/api/items`, { headers: city.officer })
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
      expect(await answer.json()).toMatchObject({
        code: 'kernel.database-away',
        detail: expect.stringContaining('数据库暂时无法连接'),
      })
      await back
    },
    PATIENCE_MS,
  )

  it(
    'when the worker is killed in the middle of a job: another takes it again, and its effect stands once',
    async () => {
      const killed = startWorkerProcess()
      const sheet = { rows: 1500, name: 'worker' }
      const id = await importSheetUntil(city, sheet, async () => {
        await untilEntering(database.database.url)
        killed.child.kill('SIGKILL')
        await killed.ended
      })
      expect(await countRows(database.database.url, sheet.name)).toEqual({ stored: 0, distinct: 0 })
      const logger = { error: () => {}, warn: () => {} }
      const files = createFolderStore({ folder: join(folder, 'files') })
      const own = await openDatabase({ url: database.database.url, secret: await loadSecret(folder), files })
      ended.push(() => own.close())
      const worker: Worker = startWorker({
        database: own,
        modules,
        clock: systemClock(),
        logger,
        deadAfterMs: 1000,
      })
      ended.unshift(() => worker.stop())
      await untilState(city, id, 'done')
      expect(await countRows(database.database.url, sheet.name)).toEqual({ stored: 1500, distinct: 1500 })
    },
    PATIENCE_MS,
  )
})

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { inject } from 'vitest'
import { openInstallation } from '../src/apps/installation/open-installation.ts'
import { startServer } from '../src/apps/server/start-server.ts'
import type { Clock } from '../src/kernel/clock.ts'
import type { Context } from '../src/kernel/context.ts'
import { enqueueForTenants } from '../src/platform/jobs/cron.ts'
import { listTenants } from '../src/platform/tenants/index.ts'
import { urlOfDatabase } from '../src/platform/testing/admin.ts'
import { openTestDatabase } from '../src/platform/testing/open-test-database.ts'
import { builtScreens } from './built-screens.ts'

export interface RunningQuarterdeck {
  readonly address: string
  /** Passwords of the sample accounts by user name: duban, duban2, pudong, leader, statistician, auditor. */
  readonly passwords: Readonly<Record<string, string>>
  /** With every permission, for filling the house before people come. */
  asSystem(): Context
  /** Runs a daily job now, as its hour would, and waits until it is done. */
  runJob(job: string): Promise<void>
  close(): Promise<void>
}

interface OpenOptions {
  clock?: Clock
  /** Shanghai, or the fictional city. */
  pack?: 'shanghai' | 'riverport'
}

/** The product as `npm start` raises it: screens built from these sources, a city loaded, an empty database of its own. */
export async function openQuarterdeck({
  clock,
  pack = 'shanghai',
}: OpenOptions = {}): Promise<RunningQuarterdeck> {
  const folder = await mkdtemp(join(tmpdir(), 'quarterdeck-e2e-'))
  const web = await builtScreens()
  const { database, name, close } = await openTestDatabase('empty')
  const cleanup = new AsyncDisposableStack()
  const settings = {
    host: '127.0.0.1',
    port: 0,
    dataFolder: folder,
    databaseUrl: urlOfDatabase(inject('database').adminUrl, name),
    pack,
    web,
  }
  const progress = { step() {}, line() {} }
  const signal = new AbortController().signal
  const address = await startServer({ settings, progress, cleanup, signal, clock })
  const installation = await openInstallation(settings, cleanup, { clock })
  const tenant = (await listTenants(installation.database))[0]!
  const asSystem = () => installation.asSystem(tenant.id)
  return {
    address,
    passwords: JSON.parse(await readFile(join(folder, 'sample-sign-ins.json'), 'utf8')),
    asSystem,
    async runJob(job) {
      await enqueueForTenants(database, job)
      const waiting = sql<{ count: number }>`select count(*) from graphile_worker._private_jobs`
      while (Number((await waiting.execute(database.owner)).rows[0]!.count) > 0) await sleep(50)
    },
    async close() {
      await cleanup.disposeAsync()
      await close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

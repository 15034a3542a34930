import { setTimeout as sleep } from 'node:timers/promises'
import { type Clock, systemClock } from '../../kernel/clock.ts'
import { oneAtATime } from '../../platform/database/index.ts'
import { buildServer } from '../../platform/http/index.ts'
import { startWorker } from '../../platform/jobs/index.ts'
import {
  createMetrics,
  createReadiness,
  type Metrics,
  type Readiness,
  startOperationsServer,
} from '../../platform/operations/index.ts'
import { makePartitions } from '../../platform/partitions/index.ts'
import { installationTasks } from '../installation/installation-tasks.ts'
import { type Installation, openInstallation } from '../installation/open-installation.ts'
import type { Settings } from '../installation/settings.ts'
import { upgradeDatabase } from '../installation/upgrade-database.ts'
import { modules } from '../modules.ts'
import { beginClaims } from './begin-claims.ts'
import { closeWithin, listen } from './listen.ts'
import { loadCity } from './load-city.ts'
import type { Progress } from './progress.ts'
import { type SampleSignIn, sampleAccounts } from './sample-accounts.ts'

interface StartOptions {
  settings: Settings
  progress: Progress
  /** Gets what is to be closed again, as soon as it stands. */
  cleanup: AsyncDisposableStack
  /** Ends the start at the next stage. */
  signal: AbortSignal
  /** The machine's, unless a test walks through weeks. */
  clock?: Clock
}

/**
 * From nothing to a served city: database, migrations, pack, sample accounts, then HTTP or jobs or both, by role. Returns
 * the address to open, of a worker that of its health. Of several processes that start at once one prepares the city.
 * @throws the coded errors of each stage; the signal's reason when it is aborted
 */
export async function startServer({
  settings,
  progress,
  cleanup,
  signal,
  clock = systemClock(),
}: StartOptions): Promise<string> {
  const { dataFolder, databaseUrl, role = 'all', drainMs = 0, finishMs = 2000 } = settings
  const step: Progress['step'] = (code, details) => {
    signal.throwIfAborted()
    progress.step(code, details)
  }
  step(databaseUrl ? 'server.database-given' : 'server.database-starting', { folder: dataFolder })
  const installation = await openInstallation(settings, cleanup, { notice: progress.step, clock })
  const { database } = installation
  signal.throwIfAborted()
  const signIns = await oneAtATime(database, async () => {
    const ready = await prepareCity(installation, settings, step)
    // Who reads the whole journal at this moment is not waited for: the job tries again.
    await makePartitions(database, clock).catch(() => {})
    return ready
  })
  signal.throwIfAborted()
  const readiness = createReadiness({ database, modules, folder: dataFolder })
  const metrics = createMetrics(database)
  const watched = await watch(settings, cleanup, { readiness, metrics })
  const world = { database, modules, clock, metrics }
  const logger = { level: 'error', stream: process.stderr }
  const { web, singleSignOn, trustedProxies } = settings
  const app = await buildServer({ ...world, web, singleSignOn, trustedProxies, logger, readiness })
  const worker =
    role === 'web'
      ? undefined
      : startWorker({
          ...world,
          logger: app.log,
          isAlone: !databaseUrl,
          tasks: installationTasks(installation, settings),
        })
  // Together, not one after the other: the database still needs its share of the time to stop.
  cleanup.defer(async () => {
    readiness.leave()
    if (role !== 'worker') await sleep(drainMs)
    await Promise.all([closeWithin(app, finishMs), worker?.stop()])
  })
  if (watched) step('server.operations', { address: watched })
  if (role === 'worker') {
    step('server.worker-ready')
    return watched ?? ''
  }
  const address = await listen(app, settings)
  if (!settings.web) step('server.no-screens')
  if (role === 'web') step('server.without-jobs')
  step('server.ready', { address })
  if (signIns.length > 0) step('server.sample-sign-ins')
  for (const { username, password, name, nameEn } of signIns) {
    progress.line(`         ${username.padEnd(13)} ${password}  ${name}  ${nameEn}`)
  }
  return address
}

async function prepareCity(
  installation: Installation,
  settings: Settings,
  step: Progress['step'],
): Promise<SampleSignIn[]> {
  const { pack, dataFolder, sampleAccounts: areMade = true } = settings
  const { database, clock } = installation
  const count = await upgradeDatabase({ database, settings, clock, step })
  step('server.database-ready', { count })
  const tenant = await loadCity(installation, pack, step)
  await installation.database.files?.sweep([tenant.id])
  const begun = await beginClaims(installation)
  if (begun > 0) step('server.claims-begun', { count: begun })
  return areMade ? sampleAccounts(installation.asSystem(tenant.id), pack, dataFolder) : []
}

/** Closed after the house, so that it tells to the end. */
async function watch(
  { operations }: Settings,
  cleanup: AsyncDisposableStack,
  told: { readiness: Readiness; metrics: Metrics },
): Promise<string | undefined> {
  if (!operations) return undefined
  const server = await startOperationsServer({ ...operations, ...told })
  cleanup.defer(() => server.close())
  return server.address
}

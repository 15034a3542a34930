import { type Clock, systemClock } from '../../kernel/clock.ts'
import { migrate } from '../../platform/database/index.ts'
import { buildServer } from '../../platform/http/index.ts'
import { startWorker } from '../../platform/jobs/index.ts'
import { openInstallation } from '../installation/open-installation.ts'
import type { Settings } from '../installation/settings.ts'
import { modules } from '../modules.ts'
import { beginClaims } from './begin-claims.ts'
import { closeWithin, listen } from './listen.ts'
import { loadCity } from './load-city.ts'
import type { Progress } from './progress.ts'
import { sampleAccounts } from './sample-accounts.ts'

const REQUESTS_END_WITHIN_MS = 2000

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
 * From nothing to a served city: database, migrations, pack, sample accounts, HTTP, jobs. Returns the address.
 * @throws the coded errors of each stage; the signal's reason when it is aborted
 */
export async function startServer({
  settings,
  progress,
  cleanup,
  signal,
  clock = systemClock(),
}: StartOptions): Promise<string> {
  const { dataFolder, databaseUrl, pack, web, singleSignOn, trustedProxies } = settings
  const step: Progress['step'] = (code, details) => {
    signal.throwIfAborted()
    progress.step(code, details)
  }
  step(databaseUrl ? 'server.database-given' : 'server.database-starting', { folder: dataFolder })
  const installation = await openInstallation(settings, cleanup, { notice: progress.step, clock })
  const { database, asSystem } = installation
  signal.throwIfAborted()
  const applied = await migrate(database, modules)
  step('server.database-ready', { count: applied.length })
  const tenant = await loadCity(installation, pack, step)
  const begun = await beginClaims(installation)
  if (begun > 0) step('server.claims-begun', { count: begun })
  const signIns = await sampleAccounts(asSystem(tenant.id), pack, dataFolder)
  signal.throwIfAborted()
  const logger = { level: 'error', stream: process.stderr }
  const app = await buildServer({
    database,
    modules,
    clock,
    web,
    singleSignOn,
    trustedProxies,
    logger,
  })
  const worker = startWorker({ database, modules, clock, logger: app.log })
  // Together, not one after the other: the database still needs its share of the time to stop.
  cleanup.defer(async () => {
    await Promise.all([closeWithin(app, REQUESTS_END_WITHIN_MS), worker.stop()])
  })
  const address = await listen(app, settings)
  if (!web) step('server.no-screens')
  step('server.ready', { address })
  if (signIns.length > 0) step('server.sample-sign-ins')
  for (const { username, password, name, nameEn } of signIns) {
    progress.line(`         ${username.padEnd(13)} ${password}  ${name}  ${nameEn}`)
  }
  return address
}

import { setTimeout as sleep } from 'node:timers/promises'
import { openInstallation } from '../../src/apps/installation/open-installation.ts'
import { readSettings } from '../../src/apps/installation/settings.ts'
import { modules } from '../../src/apps/modules.ts'
import { listen } from '../../src/apps/server/listen.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import { buildServer } from '../../src/platform/http/index.ts'
import { startWorker } from '../../src/platform/jobs/index.ts'
import { createMetrics, createReadiness } from '../../src/platform/operations/index.ts'

/**
 * What `quarterdeck serve --role web|worker` runs once the city is prepared. The preparation itself is left out: it
 * compares the register with the pack's, and a seeded city has a cohort of its own.
 */
const settings = readSettings()
const cleanup = new AsyncDisposableStack()
const clock = systemClock()
const { database } = await openInstallation(settings, cleanup, { clock })
const readiness = createReadiness({ database, modules, folder: settings.dataFolder })
const world = { database, modules, clock, metrics: createMetrics(database) }
const logger = { level: 'error', stream: process.stderr }
const app = await buildServer({ ...world, logger, readiness })
cleanup.defer(() => app.close())
if (settings.role === 'worker') {
  const worker = startWorker({ ...world, logger: app.log })
  cleanup.defer(() => worker.stop())
}
const address = settings.role === 'web' ? await listen(app, settings) : ''
process.send?.({ address })
async function stop(): Promise<void> {
  readiness.leave()
  await sleep(100)
  await cleanup.disposeAsync()
  process.exit(0)
}
process.once('SIGTERM', stop)
process.once('disconnect', stop)

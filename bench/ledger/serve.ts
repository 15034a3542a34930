import pg from 'pg'
import { openInstallation } from '../../src/apps/installation/open-installation.ts'
import { readSettings } from '../../src/apps/installation/settings.ts'
import { modules } from '../../src/apps/modules.ts'
import { listen } from '../../src/apps/server/listen.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import { buildServer } from '../../src/platform/http/index.ts'
import type { Statement } from './statement.ts'

/**
 * The product's server in a process of its own, without the worker of the jobs. Tells its address to the process that
 * forked it; asked for `statements`, it tells what it has sent to the database since it was asked last.
 */
const cleanup = new AsyncDisposableStack()
let statements: Statement[] = []

// Below kysely, so that what is told is what PostgreSQL gets: also `begin`, the scope and `commit`.
const { query } = pg.Client.prototype
pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
  const [first, values] = args
  if (isWatching && typeof first === 'string')
    statements.push({ text: first, values: (values as unknown[]) ?? [] })
  return Reflect.apply(query, this, args)
} as typeof query
let isWatching = false

const settings = readSettings()
const { database } = await openInstallation(settings, cleanup)
const logger = { level: 'error', stream: process.stderr }
const app = await buildServer({ database, modules, clock: systemClock(), logger })
cleanup.defer(() => app.close())
const address = await listen(app, settings)
process.send?.({ address, databaseUrl: database.url })

process.on('message', (asked) => {
  if (asked === 'watch') {
    isWatching = true
    statements = []
    process.send?.({ watching: true })
  }
  if (asked === 'statements') {
    isWatching = false
    process.send?.({ statements })
  }
  if (asked === 'stop') void cleanup.disposeAsync().then(() => process.exit(0))
})
process.on('disconnect', () => void cleanup.disposeAsync().then(() => process.exit(0)))

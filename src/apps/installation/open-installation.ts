import { join } from 'node:path'
import { type Clock, systemClock } from '../../kernel/clock.ts'
import type { Context, Locale } from '../../kernel/context.ts'
import {
  createContext,
  type Database,
  loadSecret,
  openDatabase,
  type StartDatabaseOptions,
  startDatabase,
  systemActor,
} from '../../platform/database/index.ts'
import { modules } from '../modules.ts'
import { prepareDataFolder } from './data-folder.ts'
import { refuseUnfinished } from './empty-folder.ts'
import { openFileStore } from './open-file-store.ts'
import type { Settings } from './settings.ts'

export interface Installation {
  database: Database
  clock: Clock
  /** With every permission, in the name of the installation itself. */
  asSystem(tenantId: string, locale?: Locale): Context
}

type Options = Pick<StartDatabaseOptions, 'whenRunning' | 'notice'> & { clock?: Clock }

/** Opens database and secret of a data folder; `cleanup` closes both again, in the right order. */
export async function openInstallation(
  settings: Settings,
  cleanup: AsyncDisposableStack,
  { clock = systemClock(), ...options }: Options = {},
): Promise<Installation> {
  const { dataFolder, databaseUrl, maxFileBytes, journalHash, fieldCipher, slowQueryMs, standbys } = settings
  await prepareDataFolder(dataFolder)
  refuseUnfinished(dataFolder)
  const { walArchive } = settings
  const server = await startDatabase({ dataFolder, databaseUrl, walArchive, ...options })
  cleanup.defer(() => server.stop())
  const secret = await loadSecret(dataFolder)
  const anchorFile = join(dataFolder, 'journal-anchors.json')
  const files = openFileStore({ dataFolder, maxBytes: maxFileBytes }, () => database)
  const slowQueries =
    slowQueryMs === undefined ? undefined : { thresholdMs: slowQueryMs, tell: tellSlowQuery }
  const database = await openDatabase({
    url: server.url,
    secret,
    anchorFile,
    files,
    journalHash,
    fieldCipher,
    slowQueries,
    standbys,
  })
  cleanup.defer(() => database.close())
  const base = { database, clock, modules }
  const asSystem = (tenantId: string, locale: Locale = 'zh-CN') =>
    createContext({ ...base, tenantId, locale, actor: systemActor(modules) })
  return { database, clock, asSystem }
}

/** One line of JSON on standard error, as the server logs. */
function tellSlowQuery(query: { sql: string; ms: number; hasFailed: boolean }): void {
  process.stderr.write(`${JSON.stringify({ level: 40, time: Date.now(), msg: 'slow query', ...query })}\n`)
}

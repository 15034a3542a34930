import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Clock } from '../../kernel/clock.ts'
import type { ErrorDetails } from '../../kernel/errors.ts'
import { CodedError, conflict } from '../../kernel/errors.ts'
import { writeBackup } from '../../platform/backup/index.ts'
import {
  type Database,
  listApplied,
  migrate,
  planMigrations,
  readMigrations,
} from '../../platform/database/index.ts'
import { modules } from '../modules.ts'
import type { Settings } from './settings.ts'

/** Below the data folder. */
export const UPGRADE_FOLDER = 'before-upgrade'

const KEPT = 3

interface Upgrade {
  database: Database
  settings: Pick<Settings, 'dataFolder' | 'upgradeBackups'>
  clock: Clock
  step?: (code: string, details?: ErrorDetails) => void
}

/**
 * Migrates. A database with a city is written to a backup first; an upgrade that fails leaves it as it was and names that
 * backup. Returns how many migrations are new.
 * @throws `platform.migration-missing` for a database that is newer than this program, `platform.upgrade-failed`
 */
export async function upgradeDatabase({ database, settings, clock, step }: Upgrade): Promise<number> {
  const backup = await backUpBefore({ database, settings, clock, step })
  if (backup === undefined) return (await migrate(database, modules)).length
  try {
    return (await migrate(database, modules)).length
  } catch (error) {
    if (!(error instanceof CodedError) || error.code !== 'platform.migration-failed') throw error
    throw conflict('platform.upgrade-failed', { ...error.details, backup })
  }
}

/** Undefined when nothing is to be upgraded, or nothing is there yet, or nobody wants it. */
async function backUpBefore({ database, settings, clock, step }: Upgrade): Promise<string | undefined> {
  const { dataFolder, upgradeBackups = KEPT } = settings
  if (!(await hasCity(database))) return undefined
  const [applied, files] = [await listApplied(database.owner), await readMigrations(modules)]
  // A module that this program has never heard of is of a later one.
  const unknown = applied.find((old) => !files.some(({ module }) => module === old.module))
  if (unknown) throw conflict('platform.migration-missing', { module: unknown.module, file: unknown.file })
  if (planMigrations(files, applied).length === 0 || upgradeBackups === 0) return undefined
  const folder = join(dataFolder, UPGRADE_FOLDER)
  const startedAt = clock.now().toISOString()
  const file = join(folder, `${startedAt.replaceAll(':', '-')}.tar.gz`)
  step?.('server.backing-up', { file })
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeWhole(`${file}.part`, file, { database, startedAt })
  const names = (await readdir(folder)).filter((name) => name.endsWith('.tar.gz')).sort()
  for (const name of names.slice(0, -upgradeBackups)) await rm(join(folder, name))
  return file
}

async function writeWhole(
  part: string,
  file: string,
  { database, startedAt }: { database: Database; startedAt: string },
): Promise<void> {
  await rm(part, { force: true })
  try {
    await using to = await open(part, 'wx', 0o600)
    // An upgrade does not touch a bucket, which may be larger than this disk.
    await writeBackup({ database, to, startedAt, withSecret: true, leaveOutFiles: true })
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

async function hasCity({ owner }: Database): Promise<boolean> {
  const { rows: made } = await sql<{ isThere: boolean }>`
    select to_regclass('platform.tenant') is not null as "isThere"`.execute(owner)
  if (!made[0]!.isThere) return false
  const { rows } = await sql`select from platform.tenant limit 1`.execute(owner)
  return rows.length > 0
}

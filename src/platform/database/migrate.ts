import { type Kysely, sql } from 'kysely'
import { conflict, invalid } from '../../kernel/errors.ts'
import type { Module } from '../module.ts'
import { distribute, isDistributed } from './citus/index.ts'
import type { Database } from './database.ts'
import { inDependencyOrder } from './in-dependency-order.ts'
import { installJobQueue } from './install-job-queue.ts'
import { type MigrationFile, readMigrationFiles } from './migration-files.ts'
import { prepareDatabase } from './prepare-database.ts'
import { splitStatements } from './split-statements.ts'

/** Any number, the same in every process: one migrates, the others wait. */
const LOCK = 7_116_204_001

const OLDEST_SERVER = 150_000

/** The platform's own, before those of any module. */
const OWN_FOLDERS = [
  { module: 'platform', folder: new URL('./migrations/', import.meta.url) },
  { module: 'journal', folder: new URL('../journal/migrations/', import.meta.url) },
  { module: 'request_key', folder: new URL('../request-key/migrations/', import.meta.url) },
]

export interface Applied {
  module: string
  number: number
  file: string
  hash: string
}

/**
 * Brings the database up to the migrations of the platform and the modules, a new one file by file, one that has data whole
 * or not at all, and returns those applied now (`ledger/0001-ledger.sql`).
 *
 * With `only`, the state that a backup was taken in: what it does not name is left for later.
 *
 * @throws `platform.database-too-old` below PostgreSQL 15; `platform.migration-changed`, `-missing` or
 * `-out-of-order` when what was applied before is not what the files say; `platform.migration-failed`.
 */
export async function migrate(
  database: Database,
  modules: readonly Module[],
  only?: readonly Applied[],
): Promise<string[]> {
  const files = await readMigrations(modules)
  return database.owner.connection().execute(async (connection) => {
    await refuseOldServer(connection)
    await sql`select pg_advisory_lock(${LOCK})`.execute(connection)
    try {
      await prepareDatabase(connection).catch((cause) => failed({ module: 'platform', file: 'role' }, cause))
      await installJobQueue(database).catch((cause) => failed({ module: 'platform', file: 'jobs' }, cause))
      const applied = await listApplied(connection)
      const pending = planMigrations(files, applied)
      const chosen = pending.filter((file) => only?.some((one) => isSame(one, file)) ?? true)
      await applyAll(connection, chosen, applied.length > 0)
      // On a cluster new tables follow those that are spread already.
      if (chosen.length > 0 && (await isDistributed(connection))) await distribute(database, modules)
      return chosen.map((file) => `${file.module}/${file.file}`)
    } finally {
      await sql`select pg_advisory_unlock(${LOCK})`.execute(connection)
    }
  })
}

const isSame = (one: Applied, file: MigrationFile) => one.module === file.module && one.number === file.number

/** The files of the platform and of the modules, in the order in which they are applied. */
export async function readMigrations(modules: readonly Module[]): Promise<MigrationFile[]> {
  const folders = inDependencyOrder(modules).flatMap(({ name, migrations }) =>
    migrations ? [{ module: name, folder: migrations }] : [],
  )
  const all = [...OWN_FOLDERS, ...folders].map(({ module, folder }) => readMigrationFiles(module, folder))
  return (await Promise.all(all)).flat()
}

/** Those not applied yet. Applied ones of modules that are not listed here are left alone. */
export function planMigrations(
  files: readonly MigrationFile[],
  applied: readonly Applied[],
): MigrationFile[] {
  for (const old of applied) {
    const ofModule = files.filter((file) => file.module === old.module)
    const file = ofModule.find(({ number }) => number === old.number)
    const details = { module: old.module, file: old.file }
    if (file && file.hash !== old.hash) throw conflict('platform.migration-changed', details)
    if (!file && ofModule.length > 0) throw conflict('platform.migration-missing', details)
  }
  const pending = files.filter(
    (file) => !applied.some((old) => old.module === file.module && old.number === file.number),
  )
  for (const file of pending) {
    const later = applied.find((old) => old.module === file.module && old.number > file.number)
    if (later) {
      const details = { module: file.module, file: file.file, later: later.file }
      throw conflict('platform.migration-out-of-order', details)
    }
  }
  return pending
}

async function refuseOldServer(connection: Kysely<Record<never, never>>): Promise<void> {
  const { rows } = await sql<{ number: number; version: string }>`select
    current_setting('server_version_num')::int as number,
    current_setting('server_version') as version`.execute(connection)
  if (rows[0]!.number < OLDEST_SERVER)
    throw invalid('platform.database-too-old', { version: rows[0]!.version })
}

/** What the database says was applied. */
export async function listApplied(connection: Kysely<Record<never, never>>): Promise<Applied[]> {
  const query = sql<Applied>`select module, number, file, hash from platform.migration order by module, number`
  return (await query.execute(connection)).rows
}

/** What is upgraded is upgraded whole or stays as it was, so that the program of before can go on with it. */
async function applyAll(
  connection: Kysely<Record<never, never>>,
  files: readonly MigrationFile[],
  isUpgrade: boolean,
): Promise<void> {
  if (isUpgrade) {
    const isSpread = await isDistributed(connection)
    await connection.transaction().execute(async (tx) => {
      // As when tables are distributed: what refers from one table to another is changed over one connection.
      if (isSpread) await sql`set local citus.multi_shard_modify_mode = 'sequential'`.execute(tx)
      for (const file of files) await apply(tx, file, isSpread)
    })
  } else for (const file of files) await connection.transaction().execute((tx) => apply(tx, file, false))
}

/** Citus sends the text of a change on to the machines, which take one statement only (deparse, ParseTreeRawStmt). */
async function apply(
  tx: Kysely<Record<never, never>>,
  file: MigrationFile,
  isSpread: boolean,
): Promise<void> {
  try {
    for (const statement of isSpread ? splitStatements(file.sql) : [file.sql])
      await sql.raw(statement).execute(tx)
    await sql`insert into platform.migration (module, number, file, hash)
      values (${file.module}, ${file.number}, ${file.file}, ${file.hash})`.execute(tx)
  } catch (cause) {
    failed(file, cause)
  }
}

function failed({ module, file }: Pick<MigrationFile, 'module' | 'file'>, cause: unknown): never {
  const reason = cause instanceof Error ? cause.message : String(cause)
  throw invalid('platform.migration-failed', { module, file, reason })
}

import type pg from 'pg'
import { conflict, invalid } from '../../kernel/errors.ts'
import { type Database, isDistributed, migrate } from '../database/index.ts'
import type { FileStore } from '../files/index.ts'
import type { Module } from '../module.ts'
import type { ReadEntry } from './archive-reader.ts'
import { type CopyIn, copyIn } from './copy-in.ts'
import { describeDatabase } from './describe-database.ts'
import { type BackupHeader, BackupSeal, type BackupTable, SEAL_NAME } from './manifest.ts'
import { openClient, quoted, quotedColumns } from './open-client.ts'
import { standAside } from './stand-aside.ts'
import type { BackupProgress } from './write-backup.ts'

export interface LoadBackup {
  header: BackupHeader
  /** What follows header and secret. */
  entries: AsyncIterable<ReadEntry>
  database: Database
  modules: readonly Module[]
  files: FileStore
  onProgress?: (progress: BackupProgress) => void
}

/**
 * Fills an empty database with what a backup holds, in one transaction that commits once the archive has come to its
 * seal, then brings it up to the migrations of this program.
 * @throws `platform.backup-damaged`, `platform.restore-into-cluster`, `platform.restore-not-empty-database`, `platform.restore-layout-differs`
 */
export async function loadBackup(options: LoadBackup): Promise<BackupProgress> {
  const { header, database, modules } = options
  if (await isDistributed(database.owner)) throw conflict('platform.restore-into-cluster')
  await refuseFilled(database.url)
  await migrate(database, modules, header.migrations)
  const client = await openClient(database.url)
  let progress: BackupProgress
  try {
    await client.query('begin')
    await refuseOtherLayout(client, header)
    progress = await loadEntries(client, options)
    await client.query('commit')
    await client.query('analyze')
  } finally {
    // Ends the transaction as well when it did not commit.
    await client.end()
  }
  await migrate(database, modules)
  return progress
}

/** What tables are split by, as SQL names it. */
const PARTITION_KEYS = { timestamptz: 'timestamptz', uuid: 'uuid', int4: 'int' } as const

async function loadEntries(client: pg.Client, options: LoadBackup): Promise<BackupProgress> {
  const { header, entries, files, onProgress } = options
  // Rows then go where they stood, instead of into the default partitions.
  for (const { schema, name, type, key } of header.partitions ?? [])
    await client.query(`select platform.add_partition($1::regclass, $2::${PARTITION_KEYS[type]})`, [
      quoted({ schema, name }),
      key,
    ])
  const back = await standAside(client, header.tables)
  const load = loadRows(client, header.tables)
  const progress: BackupProgress = { rows: 0, files: 0, bytes: 0 }
  const tenants = new Set(header.tenants.map(({ id }) => id))
  let isSealed = false
  for await (const { name, body, digestBefore } of entries) {
    if (name === SEAL_NAME) {
      await load.finish()
      await holdAgainst(client, {
        seal: readSeal(body),
        digestBefore,
        progress,
        header,
      })
      isSealed = true
      break
    }
    const [kind, place = '', part = '', ...more] = name.split('/')
    if (more.length > 0) throw damaged(name)
    if (kind === 'database') progress.rows += await load.take(place, body)
    else if (kind === 'files' && tenants.has(place)) {
      const { sha256 } = await files.put(place, body)
      if (sha256 !== part) throw damaged(`${name} is not what its name says`)
      progress.files += 1
    } else throw damaged(name)
    progress.bytes += body.length
    onProgress?.(progress)
  }
  if (!isSealed) throw damaged('no seal')
  await back()
  for (const sequence of header.sequences)
    await client.query('select setval($1::regclass, $2::bigint, $3)', [
      quoted(sequence),
      sequence.value,
      sequence.isCalled,
    ])
  // Who held them is gone with the other installation; each job is begun again.
  await client.query(
    'update graphile_worker._private_jobs set locked_at = null, locked_by = null where locked_at is not null',
  )
  await client.query(
    'update graphile_worker._private_job_queues set locked_at = null, locked_by = null where locked_at is not null',
  )
  return progress
}

/** Chunks of one table follow each other: one copy for each table. */
function loadRows(client: pg.Client, tables: readonly BackupTable[]) {
  let open: { name: string; copy: CopyIn } | undefined
  async function finish(): Promise<void> {
    await open?.copy.finish()
    open = undefined
  }
  return {
    finish,
    async take(name: string, body: Buffer): Promise<number> {
      if (open?.name !== name) {
        await finish()
        const table = tables.find((each) => `${each.schema}.${each.name}` === name)
        if (!table) throw damaged(name)
        const statement = `copy ${quoted(table)} (${quotedColumns(table.columns)}) from stdin`
        open = { name, copy: await copyIn(client, statement) }
      }
      await open.copy.write(body)
      return countLines(body)
    },
  }
}

/** In COPY's text a line feed inside a value is written as `\n`, so each one ends a row. */
function countLines(body: Buffer): number {
  let count = 0
  for (let at = body.indexOf(10); at >= 0; at = body.indexOf(10, at + 1)) count++
  return count
}

function readSeal(body: Buffer): BackupSeal {
  try {
    return BackupSeal.parse(JSON.parse(body.toString()))
  } catch {
    throw damaged(SEAL_NAME)
  }
}

interface Sealed {
  seal: BackupSeal
  digestBefore: string
  progress: BackupProgress
  header: BackupHeader
}

async function holdAgainst(
  client: pg.Client,
  { seal, digestBefore, progress, header }: Sealed,
): Promise<void> {
  if (seal.sha256 !== digestBefore) throw damaged('SHA-256')
  if (seal.files.count !== progress.files) throw damaged(`${progress.files} of ${seal.files.count} files`)
  for (const table of header.tables) {
    const name = `${table.schema}.${table.name}`
    const { rows } = await client.query<{ count: string }>(`select count(*) from ${quoted(table)}`)
    if (Number(rows[0]!.count) !== seal.rows[name]) throw damaged(`${rows[0]!.count} rows in ${name}`)
  }
}

/** Migrated but without a city counts as empty: so a restore that broke off can be begun again. */
async function refuseFilled(url: string): Promise<void> {
  const client = await openClient(url)
  try {
    const { rows } = await client.query(`select to_regclass('platform.tenant') is not null as "isThere"`)
    if (!rows[0].isThere) return
    const tenants = await client.query('select key from platform.tenant order by key')
    if (tenants.rows.length > 0)
      throw conflict('platform.restore-not-empty-database', { tenants: tenants.rows.map(({ key }) => key) })
  } finally {
    await client.end()
  }
}

/** A database that has moved on, or a library of jobs of another version, has other columns. */
async function refuseOtherLayout(client: pg.Client, header: BackupHeader): Promise<void> {
  const { tables } = await describeDatabase(client)
  for (const { schema, name, columns } of header.tables) {
    const own = tables.find((each) => each.schema === schema && each.name === name)
    const isSame =
      own && own.columns.length === columns.length && columns.every((each) => own.columns.includes(each))
    if (!isSame) throw conflict('platform.restore-layout-differs', { table: `${schema}.${name}` })
  }
}

const damaged = (reason: string) => invalid('platform.backup-damaged', { reason })

import type { FileHandle } from 'node:fs/promises'
import type pg from 'pg'
import packageJson from '../../../package.json' with { type: 'json' }
import { forbidden } from '../../kernel/errors.ts'
import type { Database } from '../database/index.ts'
import { type ArchiveWriter, writeArchive } from './archive-writer.ts'
import { copyOut } from './copy-out.ts'
import { describeDatabase } from './describe-database.ts'
import {
  BACKUP_FORMAT,
  type BackupHeader,
  type BackupSeal,
  HEADER_NAME,
  SEAL_NAME,
  SECRET_NAME,
} from './manifest.ts'
import { openClient, quoted, quotedColumns } from './open-client.ts'
import { secretCheck } from './secret-check.ts'

/** How far a backup or restore is. */
export interface BackupProgress {
  rows: number
  files: number
  /** Before compression. */
  bytes: number
}

export interface WriteBackup {
  database: Database
  /** An empty file that is open for writing. */
  to: FileHandle
  startedAt: string
  /** False leaves the secret out; the restore then asks for it as QUARTERDECK_SECRET. */
  withSecret: boolean
  /** True leaves files out that a store keeps for itself (s3): what is restored beside the same store finds them there. */
  leaveOutFiles?: boolean
  onHeader?: (header: BackupHeader) => void
  onProgress?: (progress: BackupProgress) => void
}

/**
 * Writes database, files and secret as one archive, from one moment: the database in one repeatable-read transaction,
 * the files after it, since a file is always there before the row that names it. The server goes on meanwhile.
 * @throws `platform.backup-not-allowed` when row-level security would hide rows from this login
 */
export async function writeBackup(options: WriteBackup): Promise<BackupProgress & { size: number }> {
  const { database, to, startedAt, withSecret, leaveOutFiles = false, onProgress } = options
  const store = database.files
  if (!store) throw new Error('This database was opened without a file store')
  const isCarried = !(leaveOutFiles && store.place === 's3')
  const archive = writeArchive(to)
  const client = await openClient(database.url)
  const progress: BackupProgress = { rows: 0, files: 0, bytes: 0 }
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query('set local row_security = off')
    const header: BackupHeader = {
      format: BACKUP_FORMAT,
      quarterdeck: packageJson.version,
      startedAt,
      ...(await describeDatabase(client)),
      secretCheck: secretCheck(database.secret),
      files: { place: store.place, isCarried },
    }
    options.onHeader?.(header)
    await archive.add(HEADER_NAME, asJson(header))
    if (withSecret) await archive.add(SECRET_NAME, database.secret)
    const rows = await writeTables({ archive, client, tables: header.tables, progress, onProgress })
    const files = { count: 0, bytes: 0 }
    // Those of PostgreSQL are among the rows.
    const isApart = isCarried && store.place !== 'postgres'
    const tenantIds = isApart ? header.tenants.map(({ id }) => id) : []
    for await (const { tenantId, sha256, bytes } of store.list(tenantIds)) {
      const content = await store.open(tenantId, { sha256, bytes })
      await archive.addStream(`files/${tenantId}/${sha256}`, bytes, content)
      files.count = progress.files += 1
      files.bytes += bytes
      progress.bytes += bytes
      onProgress?.(progress)
    }
    const seal: BackupSeal = { rows, files, sha256: archive.digest() }
    await archive.add(SEAL_NAME, asJson(seal))
    return { ...progress, size: await archive.finish() }
  } catch (error) {
    await archive.abandon()
    if ((error as { code?: string }).code === INSUFFICIENT_PRIVILEGE)
      throw forbidden('platform.backup-not-allowed')
    throw error
  } finally {
    await client.end()
  }
}

const INSUFFICIENT_PRIVILEGE = '42501'

interface WriteTables extends Pick<WriteBackup, 'onProgress'> {
  archive: ArchiveWriter
  client: pg.Client
  tables: BackupHeader['tables']
  progress: BackupProgress
}

/** Rows as PostgreSQL's own text, which every version reads; how many of each table. */
async function writeTables({ archive, client, tables, progress, onProgress }: WriteTables) {
  const counts: Record<string, number> = {}
  for (const table of tables) {
    const name = `${table.schema}.${table.name}`
    const statement = `copy (select ${quotedColumns(table.columns)} from ${quoted(table)}) to stdout`
    let chunk = 0
    counts[name] = 0
    for await (const { bytes, rows } of copyOut(client, statement)) {
      await archive.add(`database/${name}/${String(chunk++).padStart(6, '0')}`, bytes)
      counts[name] += rows
      progress.rows += rows
      progress.bytes += bytes.length
      onProgress?.(progress)
    }
  }
  return counts
}

const asJson = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 1)}\n`)

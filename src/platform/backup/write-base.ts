import { createHash } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import packageJson from '../../../package.json' with { type: 'json' }
import { conflict, invalid } from '../../kernel/errors.ts'
import type { Database } from '../database/index.ts'
import { BASE_FORMAT, BASE_MANIFEST, type BaseManifest } from './base-manifest.ts'
import { type CopiedFile, copyTree, flushTree } from './copy-tree.ts'
import { describeDatabase } from './describe-database.ts'
import { openClient } from './open-client.ts'
import { secretCheck } from './secret-check.ts'

export interface WriteBase {
  database: Database
  /** Of the embedded server: its cluster and its password stand there. */
  home: string
  filesFolder: string
  /** Must not be there. */
  folder: string
  startedAt: string
}

/** What the server makes anew or must not find again (PostgreSQL 18, 25.3.4.3). */
const NOT_COPIED =
  /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/|(^|\/)(pgsql_tmp[^/]*|pg_internal\.init[^/]*|postmaster\.(pid|opts))$/

/**
 * Copies the cluster of the embedded server while it works, with files, secret and password: from it and the archived log
 * any later moment can be restored. npm brings no pg_basebackup, so this is PostgreSQL's own way without it
 * (pg_backup_start, copy, pg_backup_stop).
 * @throws `platform.base-exists`, `platform.base-without-archive`
 */
export async function writeBase(options: WriteBase): Promise<{ bytes: number; files: number }> {
  const { database, home, filesFolder, folder, startedAt } = options
  const part = `${folder}.part`
  await rm(part, { recursive: true, force: true })
  await mkdir(part, { recursive: true, mode: 0o700 })
  const client = await openClient(database.url)
  try {
    await refuseUnfit(client, folder)
    // Before the copy: every moment that can be restored from it has these entries of the journal.
    const { postgresql, migrations, tenants, heads } = await describeDatabase(client)
    const copied: CopiedFile[] = []
    const taken = await withinBackup(client, part, async () => {
      const to = join(part, 'cluster')
      const from = join(home, 'cluster')
      const leaveOut = (path: string) => NOT_COPIED.test(path)
      copied.push(...copyTree({ from, to, root: part, leaveOut }))
    })
    copied.push(await addLabel(part, taken.label))
    // After the rows that name them.
    copied.push(...copyTree({ from: filesFolder, to: join(part, 'files'), root: part }))
    const password = await readFile(join(home, 'password'))
    await writeThrough(join(part, 'password'), password)
    await writeThrough(join(part, 'secret'), Buffer.from(`${database.secret}\n`))
    const manifest: BaseManifest = {
      format: BASE_FORMAT,
      quarterdeck: packageJson.version,
      postgresql,
      startedAt,
      finishedAt: taken.finishedAt,
      firstSegment: taken.name,
      migrations,
      tenants,
      heads,
      secretCheck: secretCheck(database.secret),
      files: copied,
    }
    await writeThrough(join(part, BASE_MANIFEST), Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`))
    await flushTree(part)
    await rename(part, folder)
    return { files: copied.length, bytes: copied.reduce((sum, { bytes }) => sum + bytes, 0) }
  } catch (error) {
    await rm(part, { recursive: true, force: true })
    throw error
  } finally {
    await client.end()
  }
}

async function refuseUnfit(client: pg.Client, folder: string): Promise<void> {
  const there = await open(folder, 'r').catch(() => undefined)
  await there?.close()
  if (there) throw conflict('platform.base-exists', { folder })
  const { rows } = await client.query('show archive_mode')
  if (rows[0].archive_mode !== 'on') throw invalid('platform.base-without-archive')
}

/** The server keeps what the copy needs until it is told that the copy is done, and waits until its log is archived. */
async function withinBackup(
  client: pg.Client,
  part: string,
  copy: () => Promise<void>,
): Promise<{ name: string; label: string; finishedAt: string }> {
  const { rows: began } = await client.query<{ name: string }>(
    `select pg_walfile_name(pg_backup_start('quarterdeck', fast => true)) as name`,
  )
  await copy()
  const { rows: ended } = await client.query<{ label: string; map: string }>(
    'select labelfile as label, spcmapfile as map from pg_backup_stop(wait_for_archive => true)',
  )
  const { label, map } = ended[0]!
  const { rows: now } = await client.query<{ at: Date }>('select clock_timestamp() as at')
  if (map.trim() !== '') throw new Error(`${part}: a cluster of ours has no tablespaces`)
  return { name: began[0]!.name, label, finishedAt: now[0]!.at.toISOString() }
}

async function addLabel(part: string, label: string): Promise<CopiedFile> {
  const body = Buffer.from(label)
  await writeThrough(join(part, 'cluster/backup_label'), body)
  const sha256 = createHash('sha256').update(body).digest('hex')
  return { path: 'cluster/backup_label', bytes: body.length, sha256 }
}

async function writeThrough(path: string, body: Buffer): Promise<void> {
  await using file = await open(path, 'wx', 0o600)
  await file.writeFile(body)
  await file.sync()
}

import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { conflict, invalid } from '../../kernel/errors.ts'
import {
  type BackupHeader,
  type BackupProgress,
  loadBackup,
  openBackup,
  secretCheck,
} from '../../platform/backup/index.ts'
import { type Database, openDatabase, startDatabase } from '../../platform/database/index.ts'
import {
  createFolderStore,
  createPostgresStore,
  type FileStore,
  moveFiles,
} from '../../platform/files/index.ts'
import { type JournalVerdict, verifyJournal } from '../../platform/journal/index.ts'
import { listTenants } from '../../platform/tenants/index.ts'
import { modules } from '../modules.ts'
import { prepareDataFolder } from './data-folder.ts'
import { claimEmptyFolder, emptyFolder, releaseFolder } from './empty-folder.ts'
import { openFileStore } from './open-file-store.ts'
import type { Settings } from './settings.ts'

export interface Restored extends BackupProgress {
  /** When the backup was begun. */
  startedAt: string
  journals: { tenant: string; verdict: JournalVerdict }[]
}

interface Restore {
  file: string
  settings: Settings
  onProgress?: (progress: BackupProgress) => void
  /** Names the store of files. */
  env?: NodeJS.ProcessEnv
}

/**
 * Makes an installation of a backup in an empty data folder, with the embedded server or, with DATABASE_URL, in an empty
 * database: whole, or the folder is as empty as before. The journal is verified against the heads that the backup names.
 * @throws what `openBackup`, `claimEmptyFolder` and `loadBackup` throw; `platform.restore-wrong-secret`, `-needs-secret`, `-needs-files`,
 * `platform.files-away`
 */
export async function restoreInstallation(options: Restore): Promise<Restored> {
  const { file, settings, onProgress, env = process.env } = options
  const { dataFolder, databaseUrl } = settings
  const { header, secret: kept, entries } = await openBackup(file, modules)
  const secret = chooseSecret(kept, header.secretCheck)
  await prepareDataFolder(dataFolder)
  await claimEmptyFolder(dataFolder)
  try {
    await using cleanup = new AsyncDisposableStack()
    const server = await startDatabase({ dataFolder, databaseUrl })
    cleanup.defer(() => server.stop())
    const anchorFile = join(dataFolder, 'journal-anchors.json')
    const files = openFileStore({ dataFolder, maxBytes: WHATEVER_IT_WAS }, () => database, env)
    await refuseUnfit(files, header)
    const database = await openDatabase({ url: server.url, secret, anchorFile, files })
    cleanup.defer(() => database.close())
    const progress = await withFilesIn(database, dataFolder, async (into) => {
      return await loadBackup({ header, entries, database, modules, files: into, onProgress })
    })
    if (!process.env.QUARTERDECK_SECRET) await keepSecret(dataFolder, secret)
    const journals: Restored['journals'] = []
    for (const { id, key } of header.tenants) {
      const head = header.heads[id]
      const anchors = head && head.seq > 0 ? [head] : []
      journals.push({ tenant: key, verdict: await verifyJournal(database, id, { anchors }) })
    }
    await releaseFolder(dataFolder)
    return { ...progress, startedAt: header.startedAt, journals }
  } catch (error) {
    await emptyFolder(dataFolder)
    throw error
  } finally {
    await entries.return(undefined)
  }
}

/** The limit may have been higher when they were handed in. */
const WHATEVER_IT_WAS = Number.POSITIVE_INFINITY

/** @throws `platform.files-away`, `platform.restore-needs-files` */
async function refuseUnfit(files: FileStore, { files: kept }: BackupHeader): Promise<void> {
  if (kept && !kept.isCarried && kept.place !== files.place)
    throw conflict('platform.restore-needs-files', { place: kept.place })
  await files.check().catch((error: Error) => {
    throw invalid('platform.files-away', { place: files.place, reason: error.message })
  })
}

/**
 * Has the files loaded to where this installation keeps them, from wherever the other kept them. Rows of files can only be
 * written once the tenants stand, so those of a backup wait on the disk; those that were rows leave the database.
 */
async function withFilesIn(
  database: Database,
  dataFolder: string,
  load: (files: FileStore) => Promise<BackupProgress>,
): Promise<BackupProgress> {
  const files = database.files!
  const folder = join(dataFolder, 'files')
  const onDisk = createFolderStore({ folder, maxBytes: WHATEVER_IT_WAS })
  const progress = await load(files.place === 'postgres' ? onDisk : files)
  const rows = createPostgresStore({ database: () => database, maxBytes: WHATEVER_IT_WAS })
  const from = files.place === 'postgres' ? onDisk : rows
  const tenantIds = (await listTenants(database)).map(({ id }) => id)
  const { moved, damaged } = await moveFiles({ from, to: files, tenantIds, remove: true })
  if (damaged.length > 0) throw invalid('platform.backup-damaged', { reason: damaged[0] })
  if (from === onDisk) await rm(folder, { recursive: true, force: true })
  return { ...progress, files: from === rows ? progress.files + moved : progress.files }
}

/** What the environment gives wins, but must be the one that keyed this journal. */
function chooseSecret(kept: Buffer | undefined, check: string): Buffer {
  const given = process.env.QUARTERDECK_SECRET
  const secret = given === undefined ? kept : Buffer.from(given)
  if (!secret) throw invalid('platform.restore-needs-secret')
  if (secretCheck(secret) !== check) throw conflict('platform.restore-wrong-secret')
  return secret
}

const keepSecret = (dataFolder: string, secret: Buffer) =>
  writeFile(join(dataFolder, 'secret'), `${secret.toString()}\n`, { flag: 'wx', mode: 0o600 })

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { conflict, invalid } from '../../kernel/errors.ts'
import { type BackupProgress, loadBackup, openBackup, secretCheck } from '../../platform/backup/index.ts'
import { openDatabase, startDatabase } from '../../platform/database/index.ts'
import { createFolderStore } from '../../platform/files/index.ts'
import { type JournalVerdict, verifyJournal } from '../../platform/journal/index.ts'
import { modules } from '../modules.ts'
import { prepareDataFolder } from './data-folder.ts'
import { claimEmptyFolder, emptyFolder, releaseFolder } from './empty-folder.ts'
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
}

/**
 * Makes an installation of a backup in an empty data folder, with the embedded server or, with DATABASE_URL, in an empty
 * database: whole, or the folder is as empty as before. The journal is verified against the heads that the backup names.
 * @throws what `openBackup`, `claimEmptyFolder` and `loadBackup` throw; `platform.restore-wrong-secret`, `-needs-secret`
 */
export async function restoreInstallation({ file, settings, onProgress }: Restore): Promise<Restored> {
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
    const files = createFolderStore({ folder: join(dataFolder, 'files'), maxBytes: Number.POSITIVE_INFINITY })
    const database = await openDatabase({ url: server.url, secret, anchorFile, files })
    cleanup.defer(() => database.close())
    const progress = await loadBackup({ header, entries, database, modules, files, onProgress })
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

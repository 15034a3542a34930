import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { systemClock } from '../../kernel/clock.ts'
import { CodedError, conflict, invalid } from '../../kernel/errors.ts'
import { copyTree, openBase, secretCheck } from '../../platform/backup/index.ts'
import {
  createContext,
  migrate,
  openDatabase,
  startDatabase,
  systemActor,
} from '../../platform/database/index.ts'
import {
  type AnchorLine,
  findNewestEntry,
  type JournalVerdict,
  journal,
  verifyJournal,
} from '../../platform/journal/index.ts'
import { listTenants } from '../../platform/tenants/index.ts'
import { modules } from '../modules.ts'
import { prepareDataFolder } from './data-folder.ts'
import { claimEmptyFolder, emptyFolder, releaseFolder } from './empty-folder.ts'
import type { Settings } from './settings.ts'

interface RestoreBase {
  /** What `quarterdeck backup --base` made. */
  folder: string
  /** An instant with its zone; without it to the end of the archive. */
  to: string | undefined
  settings: Settings
}

export interface Rewound {
  startedAt: string
  journals: {
    tenant: string
    verdict: JournalVerdict
    /** The newest entry of the moment that was restored, to be deposited in place of later ones. */
    anchor: AnchorLine | undefined
  }[]
}

/**
 * Makes an installation as it was at an instant, of a base backup and the archived log, in an empty data folder: whole, or
 * the folder is as empty as before. The journal is verified, and then says itself that it was taken back to this entry:
 * an anchor of a later one no longer fits, and this is why.
 * @throws what `openBase` and `claimEmptyFolder` throw; `platform.rewind-needs-archive`, `platform.malformed-instant`,
 * `platform.archive-ends-before`, `platform.base-after-instant`
 */
export async function restoreBase({ folder, to, settings }: RestoreBase): Promise<Rewound> {
  const { dataFolder, databaseUrl, walArchive: archive } = settings
  if (databaseUrl || !archive) throw invalid('platform.rewind-needs-archive')
  if (to !== undefined && !INSTANT.test(to)) throw invalid('platform.malformed-instant', { value: to })
  const base = await openBase(folder, modules)
  // The server itself would stop where the copy is whole, which is later than what was asked for, and say nothing.
  if (to !== undefined && Date.parse(to) < Date.parse(base.finishedAt))
    throw conflict('platform.base-after-instant', { to })
  await prepareDataFolder(dataFolder)
  await claimEmptyFolder(dataFolder)
  try {
    await using cleanup = new AsyncDisposableStack()
    const password = (await readFile(join(folder, 'password'), 'utf8')).trim()
    const from = { cluster: join(folder, 'cluster'), password, archive, to }
    const server = await replay({ dataFolder, from, to })
    cleanup.defer(() => server.stop())
    const filesFolder = join(dataFolder, 'files')
    copyTree({ from: join(folder, 'files'), to: filesFolder, root: filesFolder })
    const secret = (await readFile(join(folder, 'secret'), 'utf8')).trim()
    if (secretCheck(Buffer.from(secret)) !== base.secretCheck)
      throw invalid('platform.backup-damaged', { reason: 'secret' })
    const anchorFile = join(dataFolder, 'journal-anchors.json')
    const database = await openDatabase({ url: server.url, secret: Buffer.from(secret), anchorFile })
    cleanup.defer(() => database.close())
    await migrate(database, modules)
    const journals: Rewound['journals'] = []
    for (const { id, key } of await listTenants(database)) {
      // What the base itself had is certain, even where the log was tampered with.
      const head = base.heads[id]
      const anchors = head && head.seq > 0 ? [head] : []
      const verdict = await verifyJournal(database, id, { anchors })
      const newest = await findNewestEntry(database, id)
      const anchor = newest && { tenant: key, ...newest }
      journals.push({ tenant: key, verdict, anchor })
      const clock = systemClock()
      const actor = systemActor(modules)
      const ctx = createContext({ database, modules, clock, actor, tenantId: id, locale: 'zh-CN' })
      await ctx.transaction((tx) =>
        journal(tx, ctx, {
          action: 'platform.rewound',
          subject: { type: 'installation', id: base.startedAt },
          detail: { to: to ?? null, seq: newest?.seq ?? 0, hash: newest?.hash ?? null },
        }),
      )
    }
    const file = join(dataFolder, 'secret')
    await writeFile(`${file}.new`, `${secret}\n`, { flag: 'wx', mode: 0o600 })
    await rename(`${file}.new`, file)
    await releaseFolder(dataFolder)
    return { startedAt: base.startedAt, journals }
  } catch (error) {
    await emptyFolder(dataFolder)
    throw error
  }
}

/** With its zone: an hour at the wrong end of the world is another state. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)$/

type Replay = Required<Pick<Parameters<typeof startDatabase>[0], 'dataFolder' | 'from'>> & {
  to: string | undefined
}

/** Starts the server, which takes connections once it has come to the instant, and starts it anew without the archive. */
async function replay({ dataFolder, from, to }: Replay) {
  const replayed = await startDatabase({ dataFolder, from }).catch((error) => {
    const reason = error instanceof CodedError ? String(error.details.reason) : ''
    if (/ended before configured recovery target/.test(reason))
      throw conflict('platform.archive-ends-before', { to })
    throw error
  })
  await replayed.stop()
  await rm(join(dataFolder, 'postgres', 'cluster', 'backup_label.old'), { force: true })
  return startDatabase({ dataFolder })
}

import { join } from 'node:path'
import { locateBinaries } from './binaries.ts'
import { ensureCluster } from './cluster.ts'
import { settleHome } from './home.ts'
import { keepLaunched } from './keep-launched.ts'
import type { Notice } from './notice.ts'
import { stopOrphan } from './orphan.ts'
import { type ClusterCopy, placeCluster } from './place-cluster.ts'
import { readRunning, writeRunning } from './running.ts'
import { chooseServerUser } from './server-user.ts'
import { takeLock } from './take-lock.ts'
import { archiveSettings, prepareArchive, replaySettings } from './wal-archive.ts'

export interface EmbeddedOptions {
  /** The server's folder, `.data/postgres`. */
  folder: string
  notice?: Notice
  /** Where cluster and binaries go when the server's user cannot reach the folder. */
  elsewhere?: string
  /** Server settings added to ours, for example `{ fsync: 'off' }` for a server that tests throw away. */
  settings?: Readonly<Record<string, string>>
  /** Where finished pieces of the log are copied, for a restore to a moment. */
  walArchive?: string | undefined
  /** A copied cluster to begin with, whose log is replayed from an archive, up to an instant or to its end. */
  from?: ClusterCopy & { archive: string; to: string | undefined }
  /** How long to wait for a folder in use: a server that was told to stop is allowed to finish that. */
  patienceMs?: number
}

const PATIENCE_MS = 3000

export interface EmbeddedServer {
  /** Of the database `quarterdeck`, with the superuser of this server. */
  readonly url: string
  /** Of the process that serves now: one that was killed is followed by another. */
  readonly pid: number
  /** Stops the server and gives the folder free. Harmless when called twice. */
  stop(): Promise<void>
}

/**
 * Starts the PostgreSQL that npm brought, on loopback with a generated password, as another user when
 * we are root, and starts it again when it dies. The folder belongs to one process until that stops or dies, by
 * whatever signal.
 *
 * @throws `platform.folder-in-use`, `platform.no-postgres-binaries`, `platform.postgres-failed`,
 * `platform.folder-not-reachable`, `platform.archive-folder-refused`.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const {
    folder,
    notice = () => {},
    elsewhere = '/var/lib/quarterdeck',
    settings = {},
    patienceMs = PATIENCE_MS,
    walArchive,
    from,
  } = options
  const user = await chooseServerUser(folder)
  const home = await settleHome({ folder, user, elsewhere, notice })
  const lock = await takeLock(join(home, 'lock'), {
    folder,
    patienceMs,
    holder: () => readRunning(home)?.pid,
  })
  try {
    const binaries = await locateBinaries({ user, elsewhere, notice })
    const cluster = join(home, 'cluster')
    await stopOrphan(cluster, notice)
    if (walArchive) await prepareArchive(walArchive, user)
    if (from) await placeCluster(from, { home, cluster, user })
    const password = await ensureCluster({ home, cluster, binaries, user, notice })
    const log = {
      ...(walArchive && archiveSettings(walArchive)),
      ...(from && replaySettings(from.archive, from.to)),
    }
    const place = { home, cluster, binaries, user, password, notice }
    const server = await keepLaunched({ ...place, settings: { ...log, ...settings } })
    await writeRunning(home, { pid: process.pid, url: server.url })
    return {
      url: server.url,
      get pid() {
        return server.pid()
      },
      async stop() {
        await server.stop()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { CodedError, invalid } from '../../kernel/errors.ts'
import { type EmbeddedOptions, type Notice, readRunning, startEmbedded } from './embedded/index.ts'

export interface StartDatabaseOptions {
  /** `.data`, or what QUARTERDECK_DATA names. */
  dataFolder: string
  /** DATABASE_URL: then no server of our own is started. */
  databaseUrl?: string
  /** `attach`: a command of the line works beside a running server instead of being refused. */
  whenRunning?: 'refuse' | 'attach'
  notice?: Notice
  /** Where the embedded server copies its log; a given one has its own way. */
  walArchive?: string | undefined
  /** A copied cluster that the embedded server begins with. */
  from?: EmbeddedOptions['from']
}

export interface StartedDatabase {
  url: string
  kind: 'embedded' | 'attached' | 'given'
  /** Stops a server that we started; otherwise does nothing. */
  stop(): Promise<void>
}

const ATTACH_LIMIT_MS = 60_000

/**
 * The PostgreSQL to work with: the given one when it answers, otherwise the embedded server of the data folder.
 *
 * @throws `platform.database-unreachable`; what `startEmbedded` throws.
 */
export async function startDatabase(options: StartDatabaseOptions): Promise<StartedDatabase> {
  const { dataFolder, databaseUrl, whenRunning = 'refuse', notice, walArchive, from } = options
  if (databaseUrl) {
    const reason = await whyUnreachable(databaseUrl)
    if (reason) throw invalid('platform.database-unreachable', { reason })
    return { url: databaseUrl, kind: 'given', stop: async () => {} }
  }
  const folder = join(dataFolder, 'postgres')
  const deadline = Date.now() + ATTACH_LIMIT_MS
  for (;;) {
    try {
      const { url, stop } = await startEmbedded({
        folder,
        notice,
        walArchive,
        from,
        patienceMs: whenRunning === 'attach' ? 0 : undefined,
      })
      return { url, kind: 'embedded', stop }
    } catch (error) {
      const isInUse = error instanceof CodedError && error.code === 'platform.folder-in-use'
      if (!isInUse || whenRunning === 'refuse' || Date.now() > deadline) throw error
    }
    const running = readRunning(await realpath(folder))
    if (running && !(await whyUnreachable(running.url)))
      return { url: running.url, kind: 'attached', stop: async () => {} }
    await sleep(200)
  }
}

async function whyUnreachable(url: string): Promise<string | undefined> {
  try {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
    try {
      await client.connect()
      return undefined
    } finally {
      await client.end().catch(() => {})
    }
  } catch (error) {
    return error instanceof Error ? error.message || String(error) : String(error)
  }
}

import { Logger, runMigrations } from 'graphile-worker'
import { openQueuePool } from './open-queue-pool.ts'

/** Says nothing: what goes wrong is thrown. */
const silent = new Logger(() => () => {})

/**
 * Makes or brings up the schema `graphile_worker`, in which jobs wait. Its tables are the library's own and
 * belong to no tenant: quarterdeck_app is granted nothing there and reaches it through platform.enqueue_job alone.
 * Works on a connection of its own; the caller holds the lock that keeps a second process out.
 */
export async function installJobQueue({ url }: { url: string }): Promise<void> {
  const pgPool = openQueuePool(url, 1)
  try {
    await runMigrations({ pgPool, logger: silent })
  } finally {
    await pgPool.end()
  }
}

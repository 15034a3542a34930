import { setTimeout as sleep } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import pg from 'pg'

/** The first half of the lock's key, any number; the second is the hash of the pool's id. */
const LOCK_CLASS = 711_620

const CONNECT_WITHIN_MS = 2000
const RECONNECT_AFTER_MS = 300

/**
 * Shows other processes that the worker pool of this id is alive: a lock of a connection of its own, which the
 * server lets go of when the process ends in whatever way. Comes back after the server was restarted.
 */
export function holdPoolLock(url: string, poolId: string): { release(): Promise<void> } {
  const released = new AbortController()
  const { signal } = released

  async function holdOnce(): Promise<void> {
    const options = { connectionString: url, application_name: 'quarterdeck-jobs', keepAlive: true }
    const client = new pg.Client({ ...options, connectionTimeoutMillis: CONNECT_WITHIN_MS })
    const ended = new Promise<void>((resolve) => {
      client.once('end', resolve)
      client.on('error', () => resolve())
    })
    try {
      // Not cut short by the release: a client that is ended while it connects never says that it ended.
      await client.connect()
      await client.query('select pg_advisory_lock($1, hashtext($2))', [LOCK_CLASS, poolId])
      await Promise.race([ended, aborted])
    } catch {
      // The server is away; it is asked again below.
    }
    await client.end().catch(() => {})
  }

  const aborted = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
  async function hold(): Promise<void> {
    while (!signal.aborted) {
      await holdOnce()
      await sleep(RECONNECT_AFTER_MS, undefined, { signal }).catch(() => {})
    }
  }

  const holding = hold()
  return {
    async release() {
      released.abort()
      await holding
    },
  }
}

/**
 * Gives back the jobs that a dead pool holds, so that they are run again; graphile-worker itself waits four
 * hours. A job counts as held by a dead one when nobody has shown life under its pool for `deadAfterMs`.
 */
export async function freeDeadJobs(owner: Kysely<Record<never, never>>, deadAfterMs: number): Promise<void> {
  await sql`select graphile_worker.force_unlock_workers(array_agg(locked_by)) from (
    select distinct locked_by from graphile_worker._private_jobs
    where locked_at < now() - ${deadAfterMs} * interval '1 millisecond'
      and not exists (
        select from pg_locks
        where locktype = 'advisory' and objsubid = 2 and classid = ${LOCK_CLASS}::oid
          and objid = (hashtext(locked_by)::bigint & 4294967295)::oid
          and database = (select oid from pg_database where datname = current_database())
      )
  ) dead having count(*) > 0`.execute(owner)
}

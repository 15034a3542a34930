import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { withClient } from './hold-against.ts'

const WAITS_WITHIN_MS = 60_000

interface HoldJournal {
  /** Begins to hold at the first moment that this is so. */
  once: (client: pg.Client) => Promise<boolean>
}

/**
 * Holds every write of the city at its last step, the entry of the journal, while `work` is done: who stands there has
 * written all the rest and committed nothing. `untilWaiting` settles once so many stand there.
 */
export function withJournalHeld<T>(
  url: string,
  { once }: HoldJournal,
  work: (untilWaiting: (count: number) => Promise<void>) => Promise<T>,
): Promise<T> {
  return withClient(url, async (client) => {
    const deadline = performance.now() + WAITS_WITHIN_MS
    const patience = () => {
      if (performance.now() > deadline) throw new Error('Nobody came to the journal')
      return sleep(2)
    }
    await holdOnce(client, once, patience)
    const held = await work(async (count) => {
      while ((await countWaiting(client)) < count) await patience()
    })
    await client.query('rollback')
    return held
  })
}

/** Lets one write pass between two looks, since they queue for the head. */
async function holdOnce(
  client: pg.Client,
  once: HoldJournal['once'],
  patience: () => Promise<void>,
): Promise<void> {
  for (;;) {
    await client.query('begin')
    await client.query('select from journal.head for update')
    if (await once(client)) return
    await client.query('rollback')
    await patience()
  }
}

/** Directly or behind another who waits for us. */
async function countWaiting(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `select count(distinct pid)::int as count from pg_locks
      where not granted and locktype in ('transactionid', 'tuple')
        and pid <> pg_backend_pid()`,
  )
  return rows[0]!.count
}

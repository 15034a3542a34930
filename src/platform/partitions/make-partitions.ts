import { sql } from 'kysely'
import type { Clock } from '../../kernel/clock.ts'
import type { Database } from '../database/index.ts'

/** Three quarters ahead: a job that has not run for half a year is noticed long before a row has no partition. */
const AHEAD_MS = 274 * 24 * 60 * 60 * 1000

/**
 * Makes the partitions of what comes next, and gives rows that stand in a default partition theirs; how many partitions
 * were made. Whoever calls it a second time changes nothing. @throws when it had to wait for a lock for five seconds
 */
export async function makePartitions({ owner }: Database, clock: Clock): Promise<number> {
  const until = new Date(clock.now().getTime() + AHEAD_MS)
  const { rows } = await sql<{ made: number }>`
    select platform.make_partitions(${until}::timestamptz) as made`.execute(owner)
  return rows[0]!.made
}

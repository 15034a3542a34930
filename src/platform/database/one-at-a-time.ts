import { sql } from 'kysely'
import type { Database } from './database.ts'

/** Any numbers but that of the migrations, which are run inside. */
const LOCKS = { start: 7_116_204_002, retention: 7_116_204_012 } as const

/**
 * Lets one process of all that share the database do the work, of a start unless another is named, while the others wait: of
 * two that find no city, the second finds the one that the first has made. A process that dies gives way at once.
 */
export function oneAtATime<T>(
  database: Database,
  work: () => Promise<T>,
  kind: keyof typeof LOCKS = 'start',
): Promise<T> {
  return database.owner.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${LOCKS[kind]})`.execute(connection)
    try {
      return await work()
    } finally {
      await sql`select pg_advisory_unlock(${LOCKS[kind]})`.execute(connection)
    }
  })
}

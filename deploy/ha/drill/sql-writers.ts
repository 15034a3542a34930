import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { primaryUrl } from './places.ts'

/** Writers that keep what was acknowledged to them, and when. */
export interface Writers {
  /** How many rows have been acknowledged so far. */
  acknowledged(): number
  /** The longest time, in seconds, in which nothing was acknowledged, since it was last asked. */
  longestGap(): number
  /** How many of the acknowledged rows are not in the database: of all, or of those after the first `since`. */
  lost(since?: number): Promise<number>
  stop(): Promise<void>
}

const WRITERS = 4
/** About a hundred rows a second each: the machine does other work too, and gaps are read to 10 ms. */
const PAUSE_MS = 8

export async function startSqlWriters(database: string): Promise<Writers> {
  const acknowledged = Array.from({ length: WRITERS }, () => new Set<number>())
  let isOver = false
  let last = performance.now()
  let gap = 0
  const admin = new pg.Client({ connectionString: primaryUrl(database) })
  await admin.connect()
  await admin.query('create table acknowledged (writer int, number int, primary key (writer, number))')
  await admin.end()

  async function write(writer: number): Promise<void> {
    for (let number = 0; !isOver; ) {
      const client = new pg.Client({ connectionString: primaryUrl(database), connectionTimeoutMillis: 3000 })
      client.on('error', () => {})
      try {
        await client.connect()
        while (!isOver) {
          number += 1
          await client.query('insert into acknowledged values ($1, $2)', [writer, number])
          acknowledged[writer]!.add(number)
          const now = performance.now()
          gap = Math.max(gap, now - last)
          last = now
          await sleep(PAUSE_MS)
        }
      } catch {
        // Not acknowledged: it may be there or not.
        await sleep(50)
      } finally {
        await client.end().catch(() => {})
      }
    }
  }
  const writing = acknowledged.map((_, writer) => write(writer))

  return {
    acknowledged: () => acknowledged.reduce((sum, { size }) => sum + size, 0),
    longestGap() {
      const seconds = Math.max(gap, performance.now() - last) / 1000
      gap = 0
      return seconds
    },
    async lost() {
      const before = acknowledged.map((numbers) => [...numbers])
      const client = new pg.Client({ connectionString: primaryUrl(database) })
      await client.connect()
      const { rows } = await client.query<{ writer: number; number: number }>('select * from acknowledged')
      await client.end()
      const there = Array.from({ length: WRITERS }, () => new Set<number>())
      for (const { writer, number } of rows) there[writer]!.add(number)
      return before.reduce(
        (sum, numbers, writer) => sum + numbers.filter((each) => !there[writer]!.has(each)).length,
        0,
      )
    },
    async stop() {
      isOver = true
      await Promise.all(writing)
    },
  }
}

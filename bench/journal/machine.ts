import { cpus, totalmem } from 'node:os'
import { sql } from 'kysely'
import type { Database } from '../../src/platform/database/index.ts'

/** What was measured on. */
export async function machine(database: Database): Promise<string> {
  const { rows } = await sql<{ version: string; buffers: string }>`select
    current_setting('server_version') as version, current_setting('shared_buffers') as buffers`.execute(
    database.owner,
  )
  const { version, buffers } = rows[0]!
  return `${processorAndMemory()}, PostgreSQL ${version} (shared_buffers ${buffers})`
}

/** The same of what needs no database. */
export function processorAndMemory(): string {
  const processor = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores`
  return `${processor}, ${(totalmem() / 2 ** 30).toFixed(0)} GB, Node ${process.version}`
}

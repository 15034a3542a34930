import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Clock } from '../../kernel/clock.ts'
import type { Context } from '../../kernel/context.ts'
import { conflict } from '../../kernel/errors.ts'
import type { Database } from '../database/index.ts'
import { createSealer, journal, verifyArchive } from '../journal/index.ts'
import { listTenants } from '../tenants/index.ts'
import { type Archived, readPartition, writePartition } from './archive-partition.ts'
import type { PlannedPartition } from './plan-retention.ts'

interface Retiring {
  database: Database
  clock: Clock
  /** Where the archive files go. */
  folder: string
  asSystem: (tenantId: string) => Context
}

/**
 * Lets one partition leave: writes its archive, reads it back and, of the journal, verifies its chain; records the act in
 * every tenant's journal with the checkpoint from which the rest is verified; then detaches and drops it. A second
 * call after a crash goes on where the first one was. Returns the archive's file.
 * @throws `platform.partition-held` when something still points there, `platform.archive-differs`, `platform.archive-damaged`
 */
export async function retirePartition(partition: PlannedPartition, retiring: Retiring): Promise<string> {
  const { database, clock, folder, asSystem } = retiring
  if (Object.keys(partition.held).length > 0)
    throw conflict('platform.partition-held', { partition: partition.name })
  const file = join(folder, `${partition.name}.tar.gz`)
  // One that is there is whole: it has its name only since then.
  if (!existsSync(file))
    await writePartition(database, partition, { file, archivedAt: clock.now().toISOString() })
  const { archived, spans } = await lookBack(database, partition, file)
  const sealer = createSealer(database.secret)
  for (const { id } of await listTenants(database)) {
    const span = spans?.find(({ tenantId }) => tenantId === id)
    const ctx = asSystem(id)
    await ctx.transaction(async (tx) => {
      const told = { partition: partition.name, file: `${partition.name}.tar.gz`, sha256: archived.sha256 }
      if (span) {
        const { last, entries } = span
        const seal = sealer.sealCheckpoint({ tenantId: id, ...last })
        const kept = await sql`insert into journal.checkpoint
            (tenant_id, seq, hash, seal, entries, partition, file, sha256, archived_at)
          values (${id}::uuid, ${last.seq}::bigint, ${last.hash}, ${seal}, ${entries}::bigint, ${told.partition}, ${told.file},
            ${told.sha256}, ${clock.now()}::timestamptz)
          on conflict (tenant_id, seq) do nothing returning seq`.execute(tx)
        if (kept.rows.length === 0) return
      } else if (partition.kind === 'journal') return
      const subject = { type: 'partition', id: partition.name }
      const detail = { ...told, rows: archived.rows, ...(span && { first: span.first, ...span.last }) }
      await journal(tx, ctx, { action: 'platform.partition-archived', subject, detail })
    })
  }
  await dropPartition(database, partition, archived.rows)
  return file
}

async function lookBack(database: Database, { kind, name }: PlannedPartition, file: string) {
  if (kind !== 'journal') return { archived: await readPartition(file, () => {}), spans: undefined }
  const verdict = await verifyArchive(database, file)
  if (verdict.kind === 'broken')
    throw conflict('platform.archive-broken', { partition: name, seq: verdict.seq, tenant: verdict.tenantId })
  return verdict
}

/** Refused by the foreign keys as well when something came to point there meanwhile. */
async function dropPartition(
  { owner }: Database,
  { name, table }: PlannedPartition,
  rows: Archived['rows'],
): Promise<void> {
  const part = sql.table(name)
  await owner.transaction().execute(async (tx) => {
    await sql`set local lock_timeout = '30s'`.execute(tx)
    await sql`alter table ${sql.table(table)} detach partition ${part}`.execute(tx)
    await sql`alter table ${part} no force row level security`.execute(tx)
    const counted = await sql<{ count: number }>`select count(*)::float8 as count from ${part}`.execute(tx)
    if (counted.rows[0]!.count !== rows) throw conflict('platform.archive-differs', { partition: name })
    await sql`drop table ${part}`.execute(tx)
  })
}

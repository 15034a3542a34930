import { sql } from 'kysely'
import type { Database } from '../database/index.ts'
import type { AnchorLine } from './anchor-line.ts'

/** The entry that the head names, undefined for a journal without entries. */
export async function findNewestEntry(
  database: Database,
  tenantId: string,
): Promise<Omit<AnchorLine, 'tenant'> | undefined> {
  return database.forTenant({ tenantId }, async (tx) => {
    const { rows } = await sql<{ seq: number; hash: string; at: Date }>`select entry.seq, entry.hash, entry.at
      from journal.head join journal.entry using (tenant_id, seq, at)
      where tenant_id = ${tenantId}::uuid`.execute(tx)
    return rows[0] && { ...rows[0], at: rows[0].at.toISOString() }
  })
}

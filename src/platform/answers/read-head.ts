import { sql } from 'kysely'
import type { Tx } from '../../kernel/context.ts'
import { thisTenant } from '../database/index.ts'

export interface Head {
  readonly seq: number
  /** This transaction has written something that the head does not tell of yet. */
  readonly hasWritten: boolean
}

/** How far the journal of the transaction's tenant has come. */
export async function readHead(tx: Tx): Promise<Head> {
  const { rows } = await sql<Head>`
    select coalesce(max(seq), 0) as seq, pg_current_xact_id_if_assigned() is not null as "hasWritten"
    from journal.head where tenant_id = ${thisTenant}`.execute(tx)
  return rows[0]!
}

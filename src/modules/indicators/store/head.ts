import { sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import { thisTenant } from '../../../platform/database/index.ts'
import { tables } from './tables.ts'

/** How far the tenant's publications and definitions have come. */
export interface Head {
  /** The newest vintage; 0 before the first. All up to it are there to be read. */
  readonly vintage: number
  readonly publication: number
  /** Grows with every change of an indicator or a measured unit. */
  readonly definitions: number
}

export interface ReadHead extends Head {
  /** This transaction has written: what it sees may never come to be, so nothing of it is kept. */
  readonly hasWritten: boolean
}

/** One cheap read for each request: whether anything that is kept in memory is out of date. */
export async function readHead(tx: Tx): Promise<ReadHead> {
  const { rows } =
    await sql<ReadHead>`select coalesce(max(vintage), 0) as vintage, coalesce(max(publication), 0) as publication,
      coalesce(max(definitions), 0) as definitions, pg_current_xact_id_if_assigned() is not null as "hasWritten"
    from indicators.head where tenant_id = ${thisTenant}`.execute(tx)
  return rows[0]!
}

/** The head, locked until the transaction ends: publications and definitions of a tenant come one after another. */
export async function lockHead(tx: Tx, tenantId: string): Promise<Head> {
  await tables(tx)
    .insertInto('indicators.head')
    .values({ tenant_id: tenantId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const columns = ['vintage', 'publication', 'definitions'] as const
  return tables(tx).selectFrom('indicators.head').select(columns).forUpdate().executeTakeFirstOrThrow()
}

export async function moveHead(tx: Tx, head: Partial<Head>): Promise<void> {
  await tables(tx).updateTable('indicators.head').set(head).execute()
}

import { sql } from 'kysely'
import { newId } from '../../kernel/ids.ts'
import { type Database, setLocal } from '../database/index.ts'
import { createSealer, NO_HASH } from '../journal/index.ts'

/** One government that runs its own cycle. */
export interface Tenant {
  id: string
  /** Stable and short, `shanghai`. */
  key: string
  name: string
  /** The data pack that it was made from. */
  pack: string
}

/** Makes a tenant and the head of its journal in one transaction. */
export async function createTenant(database: Database, input: Omit<Tenant, 'id'>): Promise<Tenant> {
  const tenant = { id: newId(), key: input.key, name: input.name, pack: input.pack }
  const head = { tenantId: tenant.id, seq: 0, hash: NO_HASH }
  const seal = createSealer(database.secret).sealHead(head)
  await database.owner.transaction().execute(async (tx) => {
    await setLocal(tx, 'quarterdeck.tenant_id', tenant.id)
    await sql`insert into platform.tenant (id, key, name, pack)
      values (${tenant.id}, ${tenant.key}, ${tenant.name}, ${tenant.pack})`.execute(tx)
    await sql`insert into journal.head (tenant_id, seq, hash, seal)
      values (${head.tenantId}, ${head.seq}, ${head.hash}, ${seal})`.execute(tx)
  })
  return tenant
}

/** All tenants of the installation, the oldest first. */
export async function listTenants(database: Database): Promise<Tenant[]> {
  const query = sql<Tenant>`select id, key, name, pack from platform.tenant order by created_at, key`
  return (await query.execute(database.owner)).rows
}

export async function findTenant(database: Database, key: string): Promise<Tenant | undefined> {
  return (await listTenants(database)).find((tenant) => tenant.key === key)
}

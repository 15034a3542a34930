import { sql } from 'kysely'
import type { Database } from '../database/index.ts'
import type { Tenant } from './types.ts'

/** The tenant by id; without one the first that was made, which is the only one of a usual installation. */
export async function findTenant(database: Database, id: string | null = null): Promise<Tenant | undefined> {
  const { rows } = await sql<Tenant>`
    select id, name, pack from platform.tenant
    where ${id}::uuid is null or id = ${id}::uuid
    order by created_at, id limit 1`.execute(database.owner)
  return rows[0]
}

import type { Database } from '../database/index.ts'
import type { Module } from '../module.ts'
import { createTenant, type Tenant } from '../tenants/index.ts'

/** The fixture city of all tests, from packs/riverport. */
export async function loadRiverport(database: Database, _modules: readonly Module[]): Promise<Tenant> {
  return createTenant(database, { key: 'riverport', name: '河港市', pack: 'riverport' })
}

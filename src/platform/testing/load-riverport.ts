import { fixedClock } from '../../kernel/clock.ts'
import { readPack, storeMap, storeRegister } from '../../modules/units/index.ts'
import { createContext, type Database, systemActor } from '../database/index.ts'
import type { Module } from '../module.ts'
import { createTenant, type Tenant } from '../tenants/index.ts'

/** The day before the tests' own begins. */
const LOADED_AT = '2024-04-01T01:00:00Z'

/** Makes the fixture city of all tests from packs/riverport. */
export async function loadRiverport(database: Database, modules: readonly Module[]): Promise<Tenant> {
  const { register, map } = readPack('riverport')
  const { key, name } = register.city
  const tenant = await createTenant(database, { key, name, pack: 'riverport' })
  const actor = systemActor(modules)
  const clock = fixedClock(LOADED_AT)
  const ctx = createContext({ database, tenantId: tenant.id, actor, clock, locale: 'zh-CN', modules })
  await storeRegister(ctx, register)
  if (map) await storeMap(ctx, map)
  return tenant
}

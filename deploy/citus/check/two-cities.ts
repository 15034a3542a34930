import { modules } from '../../../src/apps/modules.ts'
import type { Clock } from '../../../src/kernel/clock.ts'
import type { Context } from '../../../src/kernel/context.ts'
import type { Role } from '../../../src/kernel/permissions.ts'
import { loadIndicatorPack } from '../../../src/modules/indicators/index.ts'
import { readPack, storeRegister } from '../../../src/modules/units/index.ts'
import { createContext, type Database, systemActor } from '../../../src/platform/database/index.ts'
import { createTenant, type Tenant } from '../../../src/platform/tenants/index.ts'
import { cityActor } from '../../../src/platform/testing/city-actor.ts'
import { readCityUnits } from '../../../src/platform/testing/city-units.ts'

export interface CheckCity {
  readonly tenant: Tenant
  readonly system: Context
  as(role: Role, unit?: string): Context
  unitId(key: string): string
}

/** A city of packs/riverport under a name of its own, with figures. */
export async function makeCity(database: Database, clock: Clock, key: string): Promise<CheckCity> {
  const { register, indicators } = readPack('riverport')
  const tenant = await createTenant(database, { key, name: key, pack: 'riverport' })
  const base = { database, tenantId: tenant.id, clock, locale: 'en', modules } as const
  const system = createContext({ ...base, actor: systemActor(modules) })
  await storeRegister(system, register)
  for (const pack of indicators) await loadIndicatorPack(system, pack)
  const units = await readCityUnits(system)
  const unitOf = (name: string) => units.find((each) => each.key === name)!
  return {
    tenant,
    system,
    as: (role, unit) =>
      createContext({ ...base, actor: cityActor(role, unit ? unitOf(unit) : undefined, units) }),
    unitId: (name) => unitOf(name).id,
  }
}

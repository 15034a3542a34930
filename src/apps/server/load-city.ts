import { loadIndicatorPack } from '../../modules/indicators/index.ts'
import { loadDigest } from '../../modules/reports/index.ts'
import { readPack, storeMap, storeRegister } from '../../modules/units/index.ts'
import { createTenant, findTenant, type Tenant } from '../../platform/tenants/index.ts'
import type { Installation } from '../installation/open-installation.ts'
import type { Progress } from './progress.ts'

/** Brings the city of a pack up to its data: tenant, register, digests, indicators. Repeats do nothing. */
export async function loadCity(
  { database, asSystem }: Installation,
  packName: string,
  step: Progress['step'],
): Promise<Tenant> {
  const { register, map, digests, indicators } = readPack(packName)
  const { key, name } = { key: packName, name: register.city.name }
  const tenant = (await findTenant(database, key)) ?? (await createTenant(database, { key, name, pack: key }))
  const ctx = asSystem(tenant.id)
  const counts = await storeRegister(ctx, register)
  if (map) await storeMap(ctx, map)
  step('server.register-loaded', { name, units: register.units.length, added: counts.added })
  let loaded = 0
  for (const { content } of digests) loaded += Number((await loadDigest(ctx, content)).isNew)
  step('server.digests-loaded', { count: digests.length, loaded })
  let values = 0
  for (const file of indicators) values += (await loadIndicatorPack(ctx, file)).values
  step('server.indicators-loaded', { count: indicators.length, values })
  return tenant
}

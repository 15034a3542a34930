import { notFound } from '../../kernel/errors.ts'
import { listTenants, type Tenant } from '../../platform/tenants/index.ts'
import type { Installation } from '../installation/open-installation.ts'

/** The tenants a command works on: the one named, or all. @throws `cli.no-tenant` when that is none */
export async function chooseTenants({ database }: Installation, key?: string): Promise<readonly Tenant[]> {
  const all = await listTenants(database)
  const chosen = all.filter((tenant) => key === undefined || tenant.key === key)
  if (chosen.length === 0) {
    throw notFound('cli.no-tenant', { tenant: key ?? '', available: all.map((tenant) => tenant.key) })
  }
  return chosen
}

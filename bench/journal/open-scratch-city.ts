import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { modules } from '../../src/apps/modules.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import type { Context } from '../../src/kernel/context.ts'
import {
  createContext,
  type Database,
  migrate,
  openDatabase,
  startDatabase,
  systemActor,
} from '../../src/platform/database/index.ts'
import type { HashAlgorithm } from '../../src/platform/journal/index.ts'
import { createTenant, type Tenant } from '../../src/platform/tenants/index.ts'

export interface ScratchCity {
  database: Database
  tenant: Tenant
  ctx: Context
}

/** An empty city on a server of its own that writes to the disk as a real one does; removed when `cleanup` ends. */
export async function openScratchCity(
  cleanup: AsyncDisposableStack,
  journalHash: HashAlgorithm,
): Promise<ScratchCity> {
  const folder = await mkdtemp(join(tmpdir(), 'quarterdeck-bench-'))
  await chmod(folder, 0o711)
  cleanup.defer(() => rm(folder, { recursive: true, force: true }))
  const server = await startDatabase({ dataFolder: folder })
  cleanup.defer(() => server.stop())
  const secret = Buffer.from('a secret for measuring, as long as a real one is, 64 bytes of it')
  const database = await openDatabase({ url: server.url, secret, journalHash })
  cleanup.defer(() => database.close())
  await migrate(database, modules)
  const tenant = await createTenant(database, { key: 'riverport', name: '泊江市', pack: 'riverport' })
  const base = { database, modules, tenantId: tenant.id, locale: 'zh-CN' } as const
  const ctx = createContext({ ...base, clock: systemClock(), actor: systemActor(modules) })
  return { database, tenant, ctx }
}

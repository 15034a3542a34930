import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { modules } from '../../src/apps/modules.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import type { Context } from '../../src/kernel/context.ts'
import { readPack, resolveUnit, storeRegister } from '../../src/modules/units/index.ts'
import {
  createContext,
  type Database,
  migrate,
  openDatabase,
  startDatabase,
  systemActor,
} from '../../src/platform/database/index.ts'
import { createFolderStore } from '../../src/platform/files/index.ts'
import { createTenant } from '../../src/platform/tenants/index.ts'

export interface ImportCity {
  readonly database: Database
  readonly ctx: Context
  readonly folder: string
  readonly unitNames: readonly string[]
}

/** The fictional city with its units and a folder of files, on a server of its own; removed when `cleanup` ends. */
export async function openImportCity(cleanup: AsyncDisposableStack): Promise<ImportCity> {
  const folder = await mkdtemp(join(tmpdir(), 'quarterdeck-bench-'))
  await chmod(folder, 0o711)
  cleanup.defer(() => rm(folder, { recursive: true, force: true }))
  const server = await startDatabase({ dataFolder: folder })
  cleanup.defer(() => server.stop())
  const secret = Buffer.from('a secret for measuring, as long as a real one is, 64 bytes of it')
  const files = createFolderStore({ folder: join(folder, 'files'), maxBytes: 50 * 2 ** 20 })
  const database = await openDatabase({ url: server.url, secret, files })
  cleanup.defer(() => database.close())
  await migrate(database, modules)
  const { register } = readPack('riverport')
  const { key, name } = register.city
  const tenant = await createTenant(database, { key, name, pack: 'riverport' })
  const base = { database, modules, tenantId: tenant.id, locale: 'zh-CN' } as const
  const ctx = createContext({ ...base, clock: systemClock(), actor: systemActor(modules) })
  await storeRegister(ctx, register)
  const today = ctx.clock.today()
  const names = register.units.map((unit) => unit.name)
  const unitNames = names.filter((each) => resolveUnit(register, each, today).kind === 'resolved')
  return { database, ctx, folder, unitNames }
}

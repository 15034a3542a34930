import { fork } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { modules } from '../../src/apps/modules.ts'
import { loadCity } from '../../src/apps/server/load-city.ts'
import { fixedClock } from '../../src/kernel/clock.ts'
import {
  createContext,
  migrate,
  openDatabase,
  startDatabase,
  systemActor,
} from '../../src/platform/database/index.ts'
import { createFolderStore } from '../../src/platform/files/index.ts'
import { buildServer } from '../../src/platform/http/index.ts'
import type { Attacked, FuzzCity } from './fuzz-city.ts'

const TODAY = '2024-04-10T02:00:00Z'

/** The fictional city with its indicators on a PostgreSQL of its own, and a server in another process that attacks go to. */
export async function openFuzzCity(
  cleanup: AsyncDisposableStack,
): Promise<{ city: FuzzCity; attacked: Attacked }> {
  const folder = await mkdtemp(join(tmpdir(), 'quarterdeck-fuzz-'))
  await chmod(folder, 0o711)
  cleanup.defer(() => rm(folder, { recursive: true, force: true }))
  const server = await startDatabase({ dataFolder: folder })
  cleanup.defer(() => server.stop())
  const secret = Buffer.from('a secret for attacks, as long as a real one is: 64 bytes of it..')
  const filesFolder = join(folder, 'files')
  const files = createFolderStore({ folder: filesFolder })
  const database = await openDatabase({ url: server.url, secret, files })
  cleanup.defer(() => database.close())
  await migrate(database, modules)
  const clock = fixedClock(TODAY)
  const base = { database, modules, clock, locale: 'zh-CN', actor: systemActor(modules) } as const
  const tenant = await loadCity(
    { database, clock, asSystem: (tenantId) => createContext({ ...base, tenantId }) },
    'riverport',
    () => {},
  )
  const inside = buildServer({ database, modules, clock, strict: true })
  cleanup.defer(async () => (await inside).close())
  const attacked = await raise([server.url, secret.toString('hex'), filesFolder, TODAY], cleanup)
  const asSystem = () => createContext({ ...base, tenantId: tenant.id })
  return { city: { database, tenant, clock, asSystem, http: () => inside }, attacked }
}

async function raise(args: readonly string[], cleanup: AsyncDisposableStack): Promise<Attacked> {
  const child = fork(fileURLToPath(new URL('./serve.ts', import.meta.url)), args, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  cleanup.defer(() => void child.kill('SIGKILL'))
  let told: string[] = []
  child.on('message', (message: { unexpected?: string }) => {
    if (message.unexpected) told.push(message.unexpected)
  })
  child.on('exit', (code, signal) => told.push(`the server ended with ${code ?? signal}`))
  const [{ address }] = (await once(child, 'message')) as [{ address: string }]
  return {
    address,
    unexpected() {
      const all = told
      told = []
      return all
    },
  }
}

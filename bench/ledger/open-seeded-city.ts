import { existsSync } from 'node:fs'
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openInstallation } from '../../src/apps/installation/open-installation.ts'
import { readSettings, type Settings } from '../../src/apps/installation/settings.ts'
import { modules } from '../../src/apps/modules.ts'
import { loadCity } from '../../src/apps/server/load-city.ts'
import { sampleAccounts } from '../../src/apps/server/sample-accounts.ts'
import { CodedError } from '../../src/kernel/errors.ts'
import { migrate } from '../../src/platform/database/index.ts'
import type { Flags } from './read-flags.ts'
import { seedCity } from './seed/seed-city.ts'

export interface SeededCity {
  readonly settings: Settings
  /** `username` to password. */
  readonly signIns: Readonly<Record<string, string>>
  /** What to print: how it was filled, and when. */
  readonly told: string
}

const PACK = 'shanghai'

/** A scratch installation with a filled ledger, stopped again: the one of this size that an earlier run left, or a new one. */
export async function openSeededCity(flags: Flags): Promise<SeededCity> {
  const folder = join(tmpdir(), `quarterdeck-bench-ledger-${flags.items}-${flags.journal}`)
  const mark = join(folder, 'seeded.txt')
  if (flags.fresh || !existsSync(mark)) await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await chmod(folder, 0o711)
  const env = { QUARTERDECK_DATA: folder, QUARTERDECK_PACK: PACK, PORT: '0', HOST: '127.0.0.1' }
  const settings = readSettings(env)
  try {
    const told = await fill(settings, flags, mark)
    const signIns = JSON.parse(await readFile(join(folder, 'sample-sign-ins.json'), 'utf8'))
    return { settings, signIns, told }
  } catch (error) {
    const isOld = error instanceof CodedError && error.code === 'platform.migration-changed'
    if (isOld) throw new Error(`${folder} was filled by other migrations: run again with --fresh`)
    throw error
  }
}

async function fill(settings: Settings, { items, journal }: Flags, mark: string): Promise<string> {
  await using cleanup = new AsyncDisposableStack()
  const { dataFolder } = settings
  const { database, asSystem, clock } = await openInstallation(settings, cleanup)
  await migrate(database, modules)
  if (existsSync(mark)) return `reused ${dataFolder}: ${await readFile(mark, 'utf8')}`
  const tenant = await loadCity({ database, asSystem, clock }, PACK, () => {})
  const ctx = asSystem(tenant.id)
  await sampleAccounts(ctx, PACK, dataFolder)
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  cleanup.defer(() => client.end())
  const started = performance.now()
  await client.query(`alter system set max_wal_size = '16GB'`)
  await client.query('select pg_reload_conf()')
  await seedCity({ client, ctx, secret: database.secret, folder: dataFolder, items, journal })
  await client.query('alter system reset max_wal_size')
  await client.query('checkpoint')
  const seconds = Math.round((performance.now() - started) / 1000)
  const told = `filled with ${items} items and a journal of ${journal} entries in ${seconds} s on ${ctx.clock.today()}`
  await writeFile(mark, told)
  return `${told}; kept in ${dataFolder}`
}

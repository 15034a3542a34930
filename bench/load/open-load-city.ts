import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openInstallation } from '../../src/apps/installation/open-installation.ts'
import { readSettings, type Settings } from '../../src/apps/installation/settings.ts'
import { modules } from '../../src/apps/modules.ts'
import { migrate } from '../../src/platform/database/index.ts'
import { listTenants } from '../../src/platform/tenants/index.ts'
import { seedCity as seedIndicators } from '../indicators/seed-city.ts'
import { openSeededCity as openSeededLedger } from '../ledger/open-seeded-city.ts'
import { makePeople, type Person } from './make-people.ts'
import type { Flags } from './read-flags.ts'

export interface LoadCity {
  readonly settings: Settings
  readonly people: readonly Person[]
  /** What to print: how it was filled. */
  readonly told: string
}

const PACK = 'shanghai'

/**
 * One city with the ledger of `bench:ledger` and the observations of `bench:indicators` in it, stopped again: that of an
 * earlier run of this size, or a copy of the ledger's folder with the observations filled in.
 */
export async function openLoadCity(flags: Flags): Promise<LoadCity> {
  const { ledger, indicators } = flags
  const size = `${ledger.items}-${ledger.journal}-${indicators.indicators}x${indicators.units}x${indicators.months}`
  const folder = join(tmpdir(), `quarterdeck-bench-load-${size}`)
  const mark = join(folder, 'load-seeded.txt')
  const settings = readSettings({ QUARTERDECK_DATA: folder, QUARTERDECK_PACK: PACK, PORT: '0' })
  if (flags.fresh || !existsSync(mark)) {
    await rm(folder, { recursive: true, force: true })
    const seeded = await openSeededLedger(ledger)
    const source = seeded.settings.dataFolder
    if (existsSync(join(source, 'postgres', 'postmaster.pid')))
      throw new Error(`${source} is in use: a folder is copied while its server is stopped`)
    execFileSync('cp', ['-a', '--reflink=auto', source, `${folder}.part`])
    await rename(`${folder}.part`, folder)
    await chmod(folder, 0o711)
  }
  const { told, people } = await fill(settings, flags, mark)
  return { settings, people, told }
}

async function fill(settings: Settings, flags: Flags, mark: string) {
  await using cleanup = new AsyncDisposableStack()
  const { dataFolder } = settings
  const started = performance.now()
  const { database, asSystem } = await openInstallation(settings, cleanup)
  await migrate(database, modules)
  const [tenant] = await listTenants(database)
  const ctx = asSystem(tenant!.id)
  const isThere = existsSync(mark)
  if (!isThere) {
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    cleanup.defer(() => client.end())
    await client.query(`alter system set max_wal_size = '16GB'`)
    await client.query('select pg_reload_conf()')
    await seedIndicators({ client, ctx, folder: dataFolder, flags: flags.indicators })
    await client.query('alter system reset max_wal_size')
    await client.query('select pg_reload_conf()')
    await client.query('checkpoint')
  }
  const people = await makePeople(ctx, { count: flags.users })
  const seconds = Math.round((performance.now() - started) / 1000)
  if (!isThere) await writeFile(mark, '')
  return { people, told: `${isThere ? 'reused' : `filled in ${seconds} s`}: ${dataFolder}` }
}

import { appendFileSync, chmodSync, existsSync, readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, expect, it } from 'vitest'
import { createItem, newItem } from '../../modules/ledger/testing.ts'
import { type Database, migrate } from '../../platform/database/index.ts'
import { listJournal, verifyJournal } from '../../platform/journal/index.ts'
import { listTenants } from '../../platform/tenants/index.ts'
import { loadRiverport } from '../../platform/testing/load-riverport.ts'
import { examine } from '../installation/examine.ts'
import { openInstallation } from '../installation/open-installation.ts'
import { readSettings } from '../installation/settings.ts'
import { modules } from '../modules.ts'
import { newDataFolder, run } from '../testing.ts'

const from = newDataFolder()
const into = newDataFolder()
const shelf = newDataFolder()
// As root the server runs as somebody else, who must get there.
chmodSync(shelf, 0o711)
const archive = join(shelf, 'log')
const base = join(shelf, 'base')
const env = { QUARTERDECK_DATA: from, QUARTERDECK_WAL_ARCHIVE: archive }
afterAll(() => Promise.all([from, into, shelf].map((each) => rm(each, { recursive: true, force: true }))))

async function quarterdeck(args: string[], settings: Record<string, string>) {
  const program = run('./cli/main.ts', args, settings)
  return { code: await program.ended, output: program.output() }
}

async function titles({ owner }: Database): Promise<string[]> {
  const { rows } = await sql<{ title: string }>`select title from ledger.item order by title`.execute(owner)
  return rows.map(({ title }) => title).sort()
}

/** A city that makes an item before the base backup and two after it; the instant is between these two. */
async function livedCity(): Promise<string> {
  await using cleanup = new AsyncDisposableStack()
  const installation = await openInstallation(readSettings(env), cleanup)
  const { database, asSystem } = installation
  await migrate(database, modules)
  const { id } = await loadRiverport(database, modules)
  const ctx = asSystem(id)
  const make = (title: string) => createItem(ctx, newItem({ title }))
  await make('甲：备份之前')
  const made = await quarterdeck(['backup', '--base', base], env)
  expect(made).toMatchObject({ code: 0, output: expect.stringContaining('基础备份已写入') })
  await make('乙：备份之后')
  const { rows } = await sql<{ at: Date }>`select clock_timestamp() as at`.execute(database.owner)
  await sleep(50)
  await make('丙：误操作')
  await sql`select pg_switch_wal()`.execute(database.owner)
  const look = () =>
    examine({ database, clock: ctx.clock, dataFolder: from, smtpUrl: undefined, walArchive: archive })
  expect((await look()).find(({ check }) => check === 'archive')).toMatchObject({ state: 'ok' })
  return new Date(rows[0]!.at).toISOString()
}

it('restores the moment between two writes: the first is there, the second is not, and the journal is whole and says so', async () => {
  const to = await livedCity()
  expect(readdirSync(archive).every((name) => name.endsWith('.gz'))).toBe(true)
  const settings = { ...env, QUARTERDECK_DATA: into }
  const late = await quarterdeck(['restore', '--base', base, '--to', '2999-01-01T00:00:00Z'], settings)
  expect(late).toMatchObject({ code: 4, output: expect.stringContaining('归档的日志到不了') })
  const early = await quarterdeck(['restore', '--base', base, '--to', '2020-01-01T00:00:00Z'], settings)
  expect(early).toMatchObject({ code: 4, output: expect.stringContaining('请用更早的基础备份') })
  expect(readdirSync(into)).toEqual([])

  const restored = await quarterdeck(['restore', '--base', base, '--to', to], settings)
  expect(restored).toMatchObject({ code: 0, output: expect.stringContaining('日志完整') })
  await using cleanup = new AsyncDisposableStack()
  const { database, asSystem } = await openInstallation(readSettings({ QUARTERDECK_DATA: into }), cleanup)
  expect(await titles(database)).toEqual(['乙：备份之后', '甲：备份之前'].sort())
  const [tenant] = await listTenants(database)
  expect(await verifyJournal(database, tenant!.id)).toMatchObject({ kind: 'whole' })
  const ctx = asSystem(tenant!.id)
  const { entries } = await ctx.transaction((tx) => listJournal(tx, {}))
  expect(entries[0]).toMatchObject({ action: 'platform.rewound', detail: { to } })
  // The anchor that it printed is of the entry before, and holds; one of a later entry of the lost future does not.
  const [anchor] = /quarterdeck-anchor .*/.exec(restored.output)!
  expect(Number(anchor!.split(' ')[2])).toBe((entries[0] as { seq: number }).seq - 1)
  const lost = { seq: (entries[0] as { seq: number }).seq + 5, hash: '0'.repeat(64) }
  const verdict = await verifyJournal(database, tenant!.id, { anchors: [lost] })
  expect(verdict).toMatchObject({ kind: 'broken', reason: 'removed' })
}, 240_000)

it('refuses a base backup of which a file was altered, and leaves the folder as empty as before', async () => {
  appendFileSync(join(base, 'cluster/PG_VERSION'), ' ')
  const folder = newDataFolder()
  const refused = await quarterdeck(['restore', '--base', base], { ...env, QUARTERDECK_DATA: folder })
  expect(refused).toMatchObject({ code: 2, output: expect.stringContaining('cluster/PG_VERSION') })
  expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([])
}, 60_000)

import { createReadStream, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readArchive } from '../../platform/backup/archive-reader.ts'
import { writeBackup } from '../../platform/backup/index.ts'
import type { Database } from '../../platform/database/index.ts'
import { createFolderStore } from '../../platform/files/index.ts'
import { enqueue } from '../../platform/jobs/index.ts'
import { journal } from '../../platform/journal/index.ts'
import { openTestCity, openTestDatabase, type TestCity } from '../../platform/testing/index.ts'
import { TEST_SECRET } from '../../platform/testing/secret.ts'
import { openInstallation } from '../installation/open-installation.ts'
import { restoreInstallation } from '../installation/restore-installation.ts'
import { readSettings } from '../installation/settings.ts'
import { newDataFolder, run } from '../testing.ts'

let city: TestCity
const from = newDataFolder()
const into = newDataFolder()
const archive = join(from, 'city.tar.gz')

beforeAll(async () => {
  city = await openTestCity()
  writeFileSync(join(from, 'secret'), `${TEST_SECRET}\n`, { mode: 0o600 })
  const files = createFolderStore({ folder: join(from, 'files') })
  await files.put(city.tenant.id, Buffer.from('evidence that an item was done'))
  const ctx = city.asSystem()
  await ctx.transaction(async (tx) => {
    await journal(tx, ctx, {
      action: 'backup.drill',
      subject: { type: 'drill', id: '1' },
      detail: { text: '制表符\t反斜杠\\n\n' },
    })
    await enqueue(tx, ctx, { job: 'inbox.send-mail', runAt: new Date('2100-01-01T00:00:00Z') })
  })
})
afterAll(async () => {
  await city?.close()
  await rm(from, { recursive: true, force: true })
  await rm(into, { recursive: true, force: true })
})

async function quarterdeck(args: string[], env: Record<string, string>) {
  const program = run('./cli/main.ts', args, env)
  return { code: await program.ended, output: program.output() }
}

/** What a table, and what stands around it, comes to. */
async function catalogueOf({ owner }: Database) {
  const { rows } = await sql`
    select 'trigger' as kind, tgrelid::regclass::text as at, tgname as name, tgenabled::text as state
    from pg_trigger where not tgisinternal
    union all select 'constraint', conrelid::regclass::text, conname, pg_get_constraintdef(oid)
    from pg_constraint where contype = 'f'
    union all select 'forced', oid::regclass::text, '', relforcerowsecurity::text from pg_class where relkind = 'r'
    order by 1, 2, 3`.execute(owner)
  return rows
}

async function entriesOf(file: string): Promise<Map<string, string>> {
  const entries = new Map<string, string>()
  for await (const { name, body } of readArchive(createReadStream(file))) entries.set(name, body.toString())
  return entries
}

it('drills the restore: a city goes into an empty folder with its files, and the journal is whole', async () => {
  const env = { DATABASE_URL: city.database.url, QUARTERDECK_DATA: from }
  const made = await quarterdeck(['backup', archive], env)
  expect(made).toMatchObject({ code: 0, output: expect.stringContaining('1 个文件') })
  expect(statSync(archive).mode & 0o777).toBe(0o600)

  const restored = await quarterdeck(['restore', archive], { QUARTERDECK_DATA: into })
  expect(restored).toMatchObject({ code: 0, output: expect.stringContaining('日志完整') })
  expect(readdirSync(into).sort()).toEqual(['files', 'journal-anchors.json', 'postgres', 'secret'])

  await using cleanup = new AsyncDisposableStack()
  const { database } = await openInstallation(readSettings({ QUARTERDECK_DATA: into }), cleanup)
  expect(await catalogueOf(database)).toEqual(await catalogueOf(city.database))
  // Once more from what was restored: every row, file and sequence is as it was.
  const again = join(from, 'again.tar.gz')
  await using to = await open(again, 'wx')
  const startedAt = '2026-11-21T00:00:00Z'
  await writeBackup({ database, to, startedAt, withSecret: true })
  const [before, after] = [await entriesOf(archive), await entriesOf(again)]
  const sequences = (entries: Map<string, string>) => JSON.parse(entries.get('backup.json')!).sequences
  expect(sequences(after)).toEqual(sequences(before))
  for (const entries of [before, after]) for (const name of ['backup.json', 'seal.json']) entries.delete(name)
  expect([...after.keys()]).toEqual([...before.keys()])
  for (const [name, body] of before) expect(after.get(name), name).toBe(body)
  expect(before.size).toBeGreaterThan(10)
}, 180_000)

it('refuses a full folder, and a database that has a city', async () => {
  const settings = readSettings({ QUARTERDECK_DATA: into })
  await expect(restoreInstallation({ file: archive, settings })).rejects.toMatchObject({
    code: 'platform.restore-not-empty-folder',
  })
  const folder = newDataFolder()
  const given = readSettings({ QUARTERDECK_DATA: folder, DATABASE_URL: city.database.url })
  await expect(restoreInstallation({ file: archive, settings: given })).rejects.toMatchObject({
    code: 'platform.restore-not-empty-database',
  })
  expect(readdirSync(folder)).toEqual([])
})

it('leaves folder and database as empty as before when the archive is damaged, at whatever place, and restores then', async () => {
  const { database, close } = await openTestDatabase('empty')
  const folder = newDataFolder()
  const settings = readSettings({ QUARTERDECK_DATA: folder, DATABASE_URL: database.url })
  const packed = readFileSync(archive)
  const plain = gunzipSync(packed)
  const changed = Buffer.from(plain)
  // One letter of the handed-in file, and then one of a row, with a check sum of gzip that fits.
  changed.write('E', changed.indexOf('evidence that'))
  const row = Buffer.from(plain)
  row.write('qooarterdeck', row.lastIndexOf('backup.drill'))
  const header = JSON.parse((await entriesOf(archive)).get('backup.json')!)
  const newer = Buffer.from(plain)
  newer.write('"format": 2', newer.indexOf('"format": 1'))
  // The length of the header stays, so only its check sum would tell; tar's covers the name and size alone.
  expect(header.format).toBe(1)
  const cases: [string, Buffer, string][] = [
    ['cut off', packed.subarray(0, packed.length - 2000), 'platform.backup-damaged'],
    ['without its seal', gzipSync(plain.subarray(0, plain.indexOf('seal.json'))), 'platform.backup-damaged'],
    ['another file', gzipSync(changed), 'platform.backup-damaged'],
    ['another row', gzipSync(row), 'platform.backup-damaged'],
    ['of a later version', gzipSync(newer), 'platform.backup-too-new'],
    ['something else', Buffer.from('not an archive'), 'platform.backup-not-ours'],
  ]
  for (const [name, bytes, code] of cases) {
    const file = join(from, 'bad.tar.gz')
    writeFileSync(file, bytes)
    await expect(restoreInstallation({ file, settings }), name).rejects.toMatchObject({ code })
    expect(readdirSync(folder), name).toEqual([])
  }
  const missing = restoreInstallation({ file: join(from, 'none'), settings })
  await expect(missing).rejects.toMatchObject({ code: 'platform.backup-not-found' })
  // A restore that was killed: its mark is there and something beside it.
  writeFileSync(join(folder, 'restore-unfinished'), '')
  mkdirSync(join(folder, 'files'))
  await using cleanup = new AsyncDisposableStack()
  const opening = openInstallation(settings, cleanup)
  await expect(opening).rejects.toMatchObject({ code: 'platform.restore-unfinished' })
  const restored = await restoreInstallation({ file: archive, settings })
  expect(restored.journals).toMatchObject([{ tenant: 'riverport', verdict: { kind: 'whole' } }])
  await close()
}, 180_000)

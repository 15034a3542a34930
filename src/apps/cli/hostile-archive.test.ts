import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readArchive } from '../../platform/backup/archive-reader.ts'
import { writeArchive } from '../../platform/backup/archive-writer.ts'
import { writeBackup } from '../../platform/backup/index.ts'
import { createFolderStore } from '../../platform/files/index.ts'
import { openTestCity, openTestDatabase, type TestCity } from '../../platform/testing/index.ts'
import { restoreInstallation } from '../installation/restore-installation.ts'
import { readSettings } from '../installation/settings.ts'
import { newDataFolder } from '../testing.ts'

/** Somebody hands the operator an archive that they made themselves, sealed as it should be. */
let city: TestCity
let empty: Awaited<ReturnType<typeof openTestDatabase>>
const from = newDataFolder()
const outer = newDataFolder()
const into = join(outer, 'data')
const evidence = Buffer.from('evidence')

interface Entry {
  name: string
  body: Buffer
}
let honest: Entry[]

beforeAll(async () => {
  city = await openTestCity()
  const files = createFolderStore({ folder: join(from, 'files') })
  await files.put(city.tenant.id, evidence)
  const path = join(from, 'city.tar.gz')
  await using to = await open(path, 'wx')
  const database = { ...city.database, files }
  const startedAt = '2026-11-22T00:00:00Z'
  await writeBackup({ database, to, startedAt, withSecret: true })
  honest = []
  for await (const { name, body } of readArchive(Readable.from([readFileSync(path)])))
    honest.push({ name, body })
  empty = await openTestDatabase('empty')
  mkdirSync(into, { recursive: true })
})
afterAll(async () => {
  await empty?.close()
  await city?.close()
  for (const folder of [from, outer]) await rm(folder, { recursive: true, force: true })
})

/** The entries as an archive whose seal fits what is in it. */
async function archiveOf(entries: readonly Entry[]): Promise<string> {
  const path = join(from, `hostile-${Math.random()}.tar.gz`)
  await using handle = await open(path, 'wx')
  const archive = writeArchive(handle)
  for (const { name, body } of entries) {
    if (name !== 'seal.json') {
      await archive.add(name, body)
      continue
    }
    const files = entries.filter((each) => each.name.startsWith('files'))
    const seal = { ...JSON.parse(body.toString()), sha256: archive.digest() }
    seal.files = { count: files.length, bytes: 0 }
    await archive.add(name, Buffer.from(JSON.stringify(seal)))
  }
  await archive.finish()
  return path
}

const settings = () => readSettings({ QUARTERDECK_DATA: into, DATABASE_URL: empty.database.url })
const fileAt = () => honest.findIndex(({ name }) => name.startsWith('files/'))
const renamed = (name: string) => honest.map((each, at) => (at === fileAt() ? { ...each, name } : each))
const added = (entry: Entry) => honest.toSpliced(fileAt(), 0, entry)
const changedHeader = (change: (header: Record<string, unknown>) => void) => {
  const header = JSON.parse(honest[0]!.body.toString())
  change(header)
  return [{ name: honest[0]!.name, body: Buffer.from(JSON.stringify(header)) }, ...honest.slice(1)]
}

const hash = 'a'.repeat(64)
const damaged = 'platform.backup-damaged'
it.each<[string, () => Entry[], string | undefined]>([
  ['a path upwards', () => renamed(`files/../${hash}`), damaged],
  ['a path further upwards', () => renamed(`../../${hash}`), damaged],
  ['an absolute path', () => renamed('/etc/cron.d/job'), damaged],
  ['a file below a file', () => renamed(`files/${city.tenant.id}/../../${hash}`), damaged],
  [
    'a tenant that it does not name',
    () => renamed(`files/01900000-0000-7000-8000-00000000000f/${hash}`),
    damaged,
  ],
  ['a name that is not the hash', () => renamed(`files/${city.tenant.id}/${hash}`), damaged],
  ['a name that is no hash', () => renamed(`files/${city.tenant.id}/..`), damaged],
  ['a second secret', () => added({ name: 'secret', body: Buffer.from('mine') }), damaged],
  [
    'a table that nobody has',
    () => added({ name: 'database/pg_catalog.pg_authid/000000', body: Buffer.from('x\n') }),
    damaged,
  ],
  [
    'a table of the catalogue in its list',
    () =>
      changedHeader(({ tables }) =>
        (tables as unknown[]).push({ schema: 'pg_catalog', name: 'pg_authid', columns: ['rolname'] }),
      ),
    'platform.restore-layout-differs',
  ],
  [
    'SQL for a table, a column',
    () =>
      changedHeader(({ tables }) => {
        const [first] = tables as { columns: string[] }[]
        first!.columns[0] = `x") from stdin; drop schema platform cascade; --`
      }),
    'platform.restore-layout-differs',
  ],
  [
    'SQL for a sequence',
    () =>
      changedHeader(({ sequences }) =>
        (sequences as unknown[]).push({
          ...{ schema: 'platform', name: `x'); drop schema platform cascade; --` },
          ...{ value: '1', isCalled: true },
        }),
      ),
    undefined,
  ],
  [
    'a list that cannot be read',
    () => [{ name: 'backup.json', body: Buffer.from('{') }, ...honest.slice(1)],
    damaged,
  ],
  [
    'nothing for a list',
    () => [{ name: 'backup.json', body: Buffer.from('null') }, ...honest.slice(1)],
    damaged,
  ],
])('an archive with %s is refused, and nothing of it is anywhere', async (_what, entries, code) => {
  const file = await archiveOf(entries())
  const refused = restoreInstallation({ file, settings: settings() })
  await expect(refused).rejects.toMatchObject(code ? { code } : {})
  await nothingIsThere()
})

it.each([
  ['a symbolic link', '2'],
  ['a hard link', '1'],
  ['a folder', '5'],
])('an archive with %s is refused, and nothing of it is anywhere', async (_what, type) => {
  const plain = gunzipSync(readFileSync(await archiveOf(honest)))
  // A long name stands in two parts, its last at the head of the entry.
  const at = plain.indexOf(honest[fileAt()]!.name.split('/').at(-1)!)
  const header = plain.subarray(at, at + 512)
  header.write(type, 156, 'latin1')
  if (type !== '5') header.write('/etc/passwd', 157, 'latin1')
  header.fill(' ', 148, 156)
  const sum = header.reduce((all, byte) => all + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  const file = join(from, `link-${type}.tar.gz`)
  writeFileSync(file, gzipSync(plain))
  await expect(restoreInstallation({ file, settings: settings() })).rejects.toMatchObject({ code: damaged })
  await nothingIsThere()
})

it('takes the honest one after all of these', async () => {
  const file = await archiveOf(honest)
  const restored = await restoreInstallation({ file, settings: settings() })
  expect(restored).toMatchObject({ files: 1, journals: [{ verdict: { kind: 'whole' } }] })
})

async function nothingIsThere() {
  expect(readdirSync(outer)).toEqual(['data'])
  expect(readdirSync(into)).toEqual([])
  const { rows } = await sql<{ is: boolean }>`
    select to_regclass('platform.tenant') is not null as "is"`.execute(empty.database.owner)
  if (!rows[0]!.is) return
  const tenants = await sql<{ count: string }>`select count(*) from platform.tenant`.execute(
    empty.database.owner,
  )
  expect(Number(tenants.rows[0]!.count)).toBe(0)
}

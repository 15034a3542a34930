import { rmSync, writeFileSync } from 'node:fs'
import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { writeBackup } from '../../platform/backup/index.ts'
import type { Database } from '../../platform/database/index.ts'
import {
  createFolderStore,
  createPostgresStore,
  createS3Store,
  type FileStore,
  moveFiles,
  type StoredFile,
} from '../../platform/files/index.ts'
import { startS3Server } from '../../platform/files/s3/testing/start-s3-server.ts'
import { openTestCity, openTestDatabase, type TestCity } from '../../platform/testing/index.ts'
import { TEST_SECRET } from '../../platform/testing/secret.ts'
import { restoreInstallation } from '../installation/restore-installation.ts'
import { readSettings } from '../installation/settings.ts'
import { newDataFolder, run } from '../testing.ts'

let city: TestCity
let tenant: string
const folder = newDataFolder()
const cleanup = new AsyncDisposableStack()
cleanup.defer(() => rmSync(folder, { recursive: true, force: true }))
beforeAll(async () => {
  city = await openTestCity()
  cleanup.defer(() => city.close())
  tenant = city.tenant.id
})
afterAll(() => cleanup.disposeAsync())

const WORDS = ['evidence of the first item', 'evidence of the second', 'minutes of the meeting']
const putAll = (store: FileStore) => Promise.all(WORDS.map((word) => store.put(tenant, Buffer.from(word))))
const readAll = (store: FileStore, files: readonly StoredFile[]) =>
  Promise.all(files.map(async (file) => text(await store.open(tenant, file, { verifyHash: true }))))

/** A bucket of its own, as settings and as a store. */
async function openBucket() {
  const place = await startS3Server(cleanup)
  const keyFile = join(folder, `key-${place.endpoint.split(':').at(-1)}`)
  writeFileSync(keyFile, `${place.accessKeyId}\n${place.secretAccessKey}\n`)
  const env = {
    QUARTERDECK_FILES: 's3',
    QUARTERDECK_S3_ENDPOINT: place.endpoint,
    QUARTERDECK_S3_BUCKET: place.bucket,
    QUARTERDECK_S3_KEY_FILE: keyFile,
  }
  return { env, store: createS3Store({ place, spoolFolder: join(folder, 'spool') }) }
}

async function backUp(database: Database, name: string, leaveOutFiles = false): Promise<string> {
  const file = join(folder, name)
  await using to = await open(file, 'wx', 0o600)
  const startedAt = '2026-11-22T00:00:00Z'
  await writeBackup({ database, to, startedAt, withSecret: true, leaveOutFiles })
  return file
}

async function restore(file: string, env: Record<string, string>) {
  const { database, close } = await openTestDatabase('empty')
  cleanup.defer(close)
  const dataFolder = newDataFolder()
  cleanup.defer(() => rmSync(dataFolder, { recursive: true, force: true }))
  const settings = readSettings({ QUARTERDECK_DATA: dataFolder, DATABASE_URL: database.url })
  const restored = await restoreInstallation({ file, settings, env })
  return { database, dataFolder, restored }
}

it('a backup carries the files of a bucket and those of the database, and a restore puts them where they are kept now', async () => {
  const [from, to] = [await openBucket(), await openBucket()]
  const files = await putAll(from.store)
  const ofBucket = await backUp({ ...city.database, files: from.store }, 'bucket.tar.gz')
  const first = await restore(ofBucket, { QUARTERDECK_FILES: 'postgres' })
  expect(first.restored).toMatchObject({ files: 3, journals: [{ verdict: { kind: 'whole' } }] })
  expect(await readdir(first.dataFolder)).not.toContain('files')
  const rows = createPostgresStore({ database: () => first.database })
  expect(await readAll(rows, files)).toEqual(WORDS)

  const ofRows = await backUp({ ...first.database, files: rows }, 'rows.tar.gz')
  const second = await restore(ofRows, to.env)
  expect(second.restored.files).toBe(3)
  expect(await readAll(to.store, files)).toEqual(WORDS)
  const { rows: left } = await sql`select from platform.file`.execute(second.database.owner)
  expect(left).toEqual([])
}, 180_000)

it('a backup that leaves a bucket alone wants the same store again, and a bucket out of reach stops it before the first row', async () => {
  const { store, env } = await openBucket()
  await putAll(store)
  const file = await backUp({ ...city.database, files: store }, 'without.tar.gz', true)
  await expect(restore(file, {})).rejects.toMatchObject({ code: 'platform.restore-needs-files' })
  const silent = { ...env, QUARTERDECK_S3_ENDPOINT: 'http://127.0.0.1:1' }
  await expect(restore(file, silent)).rejects.toMatchObject({ code: 'platform.files-away' })
}, 180_000)

it('files go from one place to another whole: broken off it goes on, what is damaged stays and is named', async () => {
  const { store: to } = await openBucket()
  const base = join(folder, 'moving')
  const from = createFolderStore({ folder: base })
  const files = await putAll(from)
  let puts = 0
  const breaking: FileStore = {
    ...to,
    put: (id, content) =>
      puts++ === 1 ? Promise.reject(new Error('the line went dead')) : to.put(id, content),
  }
  const tenantIds = [tenant]
  await expect(moveFiles({ from, to: breaking, tenantIds })).rejects.toThrow('the line went dead')
  const { sha256 } = files[0]!
  const lost = join(base, tenant, sha256.slice(0, 2), sha256)
  expect(await moveFiles({ from, to, tenantIds })).toMatchObject({ moved: 2, alreadyThere: 1, damaged: [] })
  expect(await readAll(to, files)).toEqual(WORDS)
  await to.remove(tenant, files[0]!)
  writeFileSync(lost, 'EVIDENCE of the first item')
  expect(await moveFiles({ from, to, tenantIds, remove: true })).toEqual({
    moved: 0,
    bytes: 0,
    alreadyThere: 2,
    removed: 2,
    damaged: [sha256],
  })
  const left: string[] = []
  for await (const file of from.list(tenantIds)) left.push(file.sha256)
  expect(left).toEqual([sha256])
})

it('the command moves them, says what comes next, and clears no place that is in use', async () => {
  const dataFolder = join(folder, 'city')
  const files = await putAll(createFolderStore({ folder: join(dataFolder, 'files') }))
  const env = {
    DATABASE_URL: city.database.url,
    QUARTERDECK_DATA: dataFolder,
    QUARTERDECK_SECRET: TEST_SECRET.toString(),
  }
  const quarterdeck = async (...args: string[]) => {
    const program = run('./cli/main.ts', ['files', ...args], env)
    return { code: await program.ended, output: program.output() }
  }
  const [moved, refused] = await Promise.all([
    quarterdeck('--move-to', 'postgres'),
    quarterdeck('--move-to', 'postgres', '--remove'),
  ])
  expect(moved).toMatchObject({ code: 0, output: expect.stringContaining('已复制并核对 3 个文件') })
  expect(moved.output).toContain('QUARTERDECK_FILES=postgres')
  expect(refused).toMatchObject({ code: 4, output: expect.stringContaining('正在使用') })
  expect(await readAll(createPostgresStore({ database: () => city.database }), files)).toEqual(WORDS)
}, 60_000)

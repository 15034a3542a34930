import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../testing/index.ts'
import type { FileStore } from './file-store.ts'
import { createFolderStore } from './folder-store.ts'
import { createPostgresStore } from './postgres-store.ts'
import { createS3Store } from './s3/s3-store.ts'
import { startS3Server } from './s3/testing/start-s3-server.ts'

const OTHER = '00000000-0000-7000-8000-000000000002'
const LIMIT = 3_000_000

let city: TestCity
let tenant: string
let folder: string
const stores: Record<string, FileStore> = {}
const cleanup = new AsyncDisposableStack()
beforeAll(async () => {
  city = await openTestCity()
  cleanup.defer(() => city.close())
  tenant = city.as('officer').tenantId
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-stores-'))
  cleanup.defer(() => rm(folder, { recursive: true }))
  const place = await startS3Server(cleanup)
  stores.folder = createFolderStore({ folder: join(folder, 'files'), maxBytes: LIMIT })
  stores.postgres = createPostgresStore({ database: () => city.database, maxBytes: LIMIT })
  stores.s3 = createS3Store({ place, spoolFolder: join(folder, 'spool'), maxBytes: LIMIT })
})
afterAll(() => cleanup.disposeAsync())

const text = (content: string) => new TextEncoder().encode(content)
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
async function listed(store: FileStore): Promise<string[]> {
  const found: string[] = []
  for await (const file of store.list([tenant])) found.push(file.sha256)
  return found
}

async function* chunks(...parts: readonly Uint8Array[]) {
  yield* parts
}

describe.each(['folder', 'postgres', 's3'])('Files in %s', (name) => {
  it('are kept once, apart for each tenant, and read as they were put, in any number of chunks', async () => {
    const store = stores[name]!
    await store.check()
    // Beyond one part, and not a whole number of them.
    const large = new Uint8Array(700_001).map((_, at) => (at * 31) % 251)
    const stored = await store.put(
      tenant,
      chunks(large.subarray(0, 5), large.subarray(5, 300_000), large.subarray(300_000)),
    )
    expect(stored).toEqual({ sha256: hashOf(large), bytes: large.length })
    expect(await store.put(tenant, large)).toEqual(stored)
    expect(new Uint8Array(await buffer(await store.open(tenant, stored, { verifyHash: true })))).toEqual(
      large,
    )
    await expect(store.open(OTHER, stored)).rejects.toMatchObject({ code: 'platform.file-lost' })
    const at = await Promise.all(
      ['one', 'one', 'two'].map((word) => store.put(tenant, text(`${name} ${word}`))),
    )
    expect(new Set(await listed(store))).toEqual(new Set([stored, ...at].map(({ sha256 }) => sha256)))
  })

  it('are not there when they were cut off, too large or empty', async () => {
    const store = stores[name]!
    const before = await listed(store)
    async function* broken() {
      yield text('the first half')
      throw new Error('the line went dead')
    }
    await expect(store.put(tenant, broken())).rejects.toThrow('the line went dead')
    await expect(store.put(tenant, new Uint8Array(LIMIT + 1))).rejects.toMatchObject({
      code: 'platform.file-over-limit',
    })
    await expect(store.put(tenant, chunks())).rejects.toMatchObject({ code: 'platform.file-empty' })
    expect(await listed(store)).toEqual(before)
  })

  it('are not given out when they are others than they were, and take neither tenant nor hash for a path', async () => {
    const store = stores[name]!
    const stored = await store.put(tenant, text(`${name}: the numbers are good`))
    const other = { ...stored, bytes: stored.bytes + 1 }
    await expect(store.open(tenant, other)).rejects.toMatchObject({ code: 'platform.file-altered' })
    await expect(store.open(tenant, { sha256: '../../secret', bytes: 1 })).rejects.toThrow('no SHA-256')
    await expect(store.put('../x', text('x'))).rejects.toThrow("no tenant's id")
  })
})

it('a row of another content is found when asked, and mended by the same file again', async () => {
  const store = stores.postgres!
  const stored = await store.put(tenant, text('figures of the quarter'))
  await sql`update platform.file_part set content = 'FIGURES of the quarter' where file_id in
    (select id from platform.file where sha256 = ${stored.sha256})`.execute(city.database.owner)
  await expect(store.open(tenant, stored, { verifyHash: true })).rejects.toMatchObject({
    code: 'platform.file-altered',
  })
  await store.put(tenant, text('figures of the quarter'))
  expect(await buffer(await store.open(tenant, stored, { verifyHash: true }))).toHaveLength(stored.bytes)
})

import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import type { Tx } from '../../kernel/context.ts'
import { conflict, notFound } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import type { TenantScope } from '../database/tenant-scope.ts'
import { contentKey, tenantKey } from './file-key.ts'
import { DEFAULT_MAX_BYTES, type FileStore, type StoredFile } from './file-store.ts'
import { measured } from './measured.ts'

interface Transactions {
  forTenant<T>(scope: TenantScope, work: (tx: Tx) => Promise<T>): Promise<T>
}

interface PostgresStoreOptions {
  /** The installation's own; asked for when it is needed, since it is opened with the store. */
  database: () => Transactions
  maxBytes?: number
}

/** No more of a file than this is held at once. */
const PART_BYTES = 256 * 1024

/**
 * Files as rows of the database, in parts, behind row-level security. One transaction writes a file: what is cut off has
 * never been there. Each part is read in a transaction of its own, so a slow reader holds no connection.
 */
export function createPostgresStore(options: PostgresStoreOptions): FileStore {
  const { database, maxBytes = DEFAULT_MAX_BYTES } = options
  // A transaction of the caller's is not ours: its connection is left alone.
  const outside = AsyncLocalStorage.snapshot()
  const inTenant = <T>(tenantId: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
    outside(() => database().forTenant({ tenantId: tenantKey(tenantId) }, work))

  async function* read(tenantId: string, id: string): AsyncGenerator<Buffer> {
    for (let position = 0; ; position++) {
      const part = await inTenant(tenantId, async (tx) => {
        const { rows } = await sql<{ content: Buffer }>`select content from platform.file_part
          where tenant_id = ${tenantId} and file_id = ${id} and position = ${position}`.execute(tx)
        return rows[0]?.content
      })
      if (!part) return
      yield part
    }
  }

  return {
    place: 'postgres',
    maxBytes,
    async put(tenantId, content) {
      const { parts, stored } = measured(content, maxBytes)
      return inTenant(tenantId, async (tx) => {
        const id = newId()
        await sql`insert into platform.file (tenant_id, id) values (${tenantId}, ${id})`.execute(tx)
        let position = 0
        for await (const part of inParts(parts))
          await sql`insert into platform.file_part (tenant_id, file_id, position, content)
            values (${tenantId}, ${id}, ${position++}, ${part})`.execute(tx)
        const file = stored()
        await replace(tx, { tenantId, id, file })
        return file
      })
    },
    async open(tenantId, file, { verifyHash = false } = {}) {
      const { sha256 } = file
      contentKey(sha256)
      const found = await inTenant(tenantId, async (tx) => {
        const { rows } = await sql<{ id: string; bytes: number }>`
          select file.id, coalesce(sum(length(part.content)), 0)::float8 as bytes
          from platform.file left join platform.file_part part on part.tenant_id = file.tenant_id and file_id = file.id
          where file.tenant_id = ${tenantId} and file.sha256 = ${sha256} group by file.id`.execute(tx)
        return rows[0]
      })
      if (!found) throw notFound('platform.file-lost', { sha256 })
      const isWhole = found.bytes === file.bytes
      if (!isWhole || (verifyHash && (await hashOf(read(tenantId, found.id))) !== sha256))
        throw conflict('platform.file-altered', { sha256 })
      return Readable.from(read(tenantId, found.id), { objectMode: false })
    },
    async *list(tenantIds) {
      for (const tenantId of tenantIds) {
        let after = ''
        for (;;) {
          const page = await inTenant(tenantId, async (tx) => {
            const { rows } = await sql<StoredFile>`select sha256, bytes::float8 as bytes from platform.file
              where tenant_id = ${tenantId} and sha256 > ${after} order by sha256 limit 500`.execute(tx)
            return rows
          })
          for (const file of page) yield { tenantId, ...file }
          const last = page.at(-1)
          if (!last) break
          after = last.sha256
        }
      }
    },
    async remove(tenantId, { sha256 }) {
      contentKey(sha256)
      await inTenant(tenantId, (tx) =>
        sql`delete from platform.file where tenant_id = ${tenantId} and sha256 = ${sha256}`.execute(tx),
      )
    },
    // What was cut off was rolled back.
    sweep: async () => {},
    check: async () => {},
  }
}

interface Replacing {
  tenantId: string
  id: string
  file: StoredFile
}

/** Two who put the same content at once wait for each other here. */
async function replace(tx: Tx, { tenantId, id, file: { sha256, bytes } }: Replacing): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${tenantId} ${sha256}`}, 0))`.execute(tx)
  await sql`delete from platform.file where tenant_id = ${tenantId} and sha256 = ${sha256}`.execute(tx)
  await sql`update platform.file set sha256 = ${sha256}, bytes = ${bytes}
    where tenant_id = ${tenantId} and id = ${id}`.execute(tx)
}

async function* inParts(content: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of content) {
    for (let at = 0; at < chunk.length; ) {
      const piece = chunk.subarray(at, at + PART_BYTES - bytes)
      held.push(piece)
      at += piece.length
      bytes += piece.length
      if (bytes < PART_BYTES) continue
      yield Buffer.concat(held)
      held = []
      bytes = 0
    }
  }
  if (bytes > 0) yield Buffer.concat(held)
}

async function hashOf(parts: AsyncIterable<Buffer>): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of parts) hash.update(part)
  return hash.digest('hex')
}

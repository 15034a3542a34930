import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { CodedError, invalid } from '../../kernel/errors.ts'
import { decodeTarHeader, TAR_BLOCK, tarPadding } from './tar-header.ts'

/** Nothing that we write is longer: rows of one chunk, or a handed-in file. */
const LONGEST_ENTRY = 256 * 1024 * 1024

export interface ReadEntry {
  name: string
  body: Buffer
  /** SHA-256 of everything before this entry, before compression. */
  digestBefore: string
}

/**
 * The entries of a gzipped tar in order, each whole. Gzip's own check sum and length are looked at on the way.
 * @throws `platform.backup-damaged`
 */
export async function* readArchive(file: Readable): AsyncGenerator<ReadEntry> {
  const gunzip = createGunzip({ chunkSize: 256 * 1024 })
  file.on('error', (error) => gunzip.destroy(error))
  file.pipe(gunzip)
  const source = takeFrom(gunzip)
  const hash = createHash('sha256')
  try {
    for (;;) {
      const header = await source.take(TAR_BLOCK)
      const entry = decodeTarHeader(header)
      if (!entry) return
      if (entry.bytes > LONGEST_ENTRY) throw new Error('An entry is too long')
      const digestBefore = hash.copy().digest('hex')
      const body = await source.take(entry.bytes)
      const padding = await source.take(tarPadding(entry.bytes))
      yield { name: entry.name, body, digestBefore }
      hash.update(header).update(body).update(padding)
    }
  } catch (error) {
    if (error instanceof CodedError) throw error
    throw invalid('platform.backup-damaged', {
      reason: error instanceof Error ? error.message : String(error),
    })
  } finally {
    file.destroy()
    gunzip.destroy()
  }
}

function takeFrom(source: AsyncIterable<Buffer>): { take(bytes: number): Promise<Buffer> } {
  const chunks = source[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)
  return {
    async take(bytes) {
      const parts: Buffer[] = []
      let missing = bytes
      while (missing > 0) {
        if (rest.length === 0) {
          const next = await chunks.next()
          if (next.done) throw new Error('The archive ends too early')
          rest = next.value
        }
        const part = rest.subarray(0, missing)
        parts.push(part)
        missing -= part.length
        rest = rest.subarray(part.length)
      }
      return parts.length === 1 ? parts[0]! : Buffer.concat(parts)
    },
  }
}

import { createHash } from 'node:crypto'
import { once } from 'node:events'
import type { FileHandle } from 'node:fs/promises'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createGzip } from 'node:zlib'
import { encodeTarHeader, TAR_BLOCK, tarPadding } from './tar-header.ts'

export interface ArchiveWriter {
  /** Adds a whole entry. */
  add(name: string, body: Buffer): Promise<void>
  /** Adds an entry from parts that must come to `bytes`. */
  addStream(name: string, bytes: number, parts: AsyncIterable<Buffer>): Promise<void>
  /** SHA-256 of everything written so far, before compression. */
  digest(): string
  /** Ends the archive and waits until it is on the disk. Returns its size. */
  finish(): Promise<number>
  /** Lets go of the file; what it holds is good for nothing. */
  abandon(): Promise<void>
}

/**
 * A gzipped tar, so that `tar tzf` shows what is in it on any machine. Fast compression: the database and the
 * disk are what one waits for.
 */
export function writeArchive(handle: FileHandle): ArchiveWriter {
  const hash = createHash('sha256')
  const gzip = createGzip({ level: constants.Z_BEST_SPEED, chunkSize: 256 * 1024 })
  let size = 0
  const toFile = new Writable({
    write(chunk: Buffer, _encoding, done) {
      size += chunk.length
      handle.writeFile(chunk).then(() => done(), done)
    },
  })
  const flowing = pipeline(gzip, toFile)
  // Told where it is awaited; a failure in between must not end the process.
  flowing.catch(() => {})

  async function write(bytes: Buffer): Promise<void> {
    hash.update(bytes)
    // A disk that is full has ended both; the reason is told by the flow.
    if (gzip.destroyed) return flowing
    if (!gzip.write(bytes)) await once(gzip, 'drain')
  }

  async function addStream(name: string, bytes: number, parts: AsyncIterable<Buffer>): Promise<void> {
    await write(encodeTarHeader({ name, bytes }))
    let written = 0
    for await (const part of parts) {
      written += part.length
      await write(part)
    }
    if (written !== bytes) throw new Error(`"${name}" came to ${written} bytes, should be ${bytes}`)
    await write(Buffer.alloc(tarPadding(bytes)))
  }

  return {
    add: (name, body) => addStream(name, body.length, asParts(body)),
    addStream,
    digest: () => hash.copy().digest('hex'),
    async finish() {
      gzip.end(Buffer.alloc(2 * TAR_BLOCK))
      await flowing
      await handle.sync()
      return size
    },
    async abandon() {
      gzip.destroy()
      await flowing.catch(() => {})
    },
  }
}

async function* asParts(body: Buffer): AsyncGenerator<Buffer> {
  yield body
}

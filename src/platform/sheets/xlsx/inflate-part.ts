import { createInflateRaw } from 'node:zlib'
import { invalid } from '../../../kernel/errors.ts'
import type { OpenZip } from '../../zip/index.ts'

const PIECE = 256 * 1024

/**
 * The bytes of one part of a container, piece by piece and never more than its directory declared.
 * @throws `platform.sheet-damaged` when it is missing, lies about its size or cannot be inflated
 */
export async function* inflatePart(zip: OpenZip, part: string): AsyncGenerator<Buffer> {
  const packed = zip.packed(part)
  if (!packed) throw invalid('platform.sheet-damaged', { part })
  const { method, bytes, inflatedSize } = packed
  if (method === 'stored') {
    for (let at = 0; at < bytes.length; at += PIECE) yield Buffer.from(bytes.subarray(at, at + PIECE))
    return
  }
  const inflate = createInflateRaw({ chunkSize: PIECE })
  inflate.end(bytes)
  let total = 0
  try {
    for await (const piece of inflate) {
      total += piece.length
      if (total > inflatedSize) throw invalid('platform.sheet-damaged', { part })
      yield piece
    }
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code?.startsWith('Z_')
      ? invalid('platform.sheet-damaged', { part })
      : error
  }
}

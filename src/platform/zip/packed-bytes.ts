import { invalid } from '../../kernel/errors.ts'
import type { ZipEntry } from './read-central-directory.ts'

/** An entry still packed, for a reader that inflates it piece by piece: never let it give more than `inflatedSize`. */
export interface PackedEntry {
  readonly method: 'stored' | 'deflated'
  readonly bytes: Uint8Array
  /** What the directory says it becomes; a lie until somebody held it to that. */
  readonly inflatedSize: number
}

/** The bytes of an entry behind its local header (APPNOTE.TXT 4.3.7). @throws `platform.zip-damaged` */
export function packedBytes(bytes: Uint8Array, entry: ZipEntry): PackedEntry {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL_HEADER)
    throw damagedEntry(entry)
  const start =
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  const packed = bytes.subarray(start, start + entry.packedSize)
  const isMethodKnown = entry.method === 0 || entry.method === 8
  if (packed.length !== entry.packedSize || !isMethodKnown) throw damagedEntry(entry)
  const method = entry.method === 0 ? 'stored' : 'deflated'
  return { method, bytes: packed, inflatedSize: entry.inflatedSize }
}

const LOCAL_HEADER = 0x04034b50

export const damagedEntry = (entry: ZipEntry) =>
  invalid('platform.zip-damaged', { part: entry.name.slice(0, 200) })

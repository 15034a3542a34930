import { invalid } from '../../kernel/errors.ts'

export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly packedSize: number
  readonly inflatedSize: number
  readonly offset: number
  readonly isEncrypted: boolean
}

const END_RECORD = 0x06054b50
const ENTRY_RECORD = 0x02014b50

/**
 * Lists a zip's entries from its central directory without inflating anything (APPNOTE.TXT 4.3.12, 4.3.16).
 * Zip64 is refused as damaged: no document below the size limit needs it.
 */
export function readCentralDirectory(bytes: Uint8Array, maxEntries: number): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count > maxEntries) throw invalid('platform.zip-entries', { entries: count, limit: maxEntries })
  const entries: ZipEntry[] = []
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY_RECORD) throw damaged()
    const nameLength = view.getUint16(at + 28, true)
    const tail = view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    const name = bytes.subarray(at + 46, at + 46 + nameLength)
    entries.push({
      name: Buffer.from(name).toString('utf8'),
      method: view.getUint16(at + 10, true),
      packedSize: view.getUint32(at + 20, true),
      inflatedSize: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    })
    at += 46 + nameLength + tail
  }
  return entries
}

/** The end record stands last, before a comment of at most 65,535 bytes. */
function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= lowest; at--)
    if (view.getUint32(at, true) === END_RECORD) return at
  throw damaged()
}

const damaged = () => invalid('platform.zip-damaged', { part: 'zip' })

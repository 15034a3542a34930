import { CFB } from '@e965/xlsx'
import type { Sniffed } from '../sniffed.ts'

/** Bit fEncrypted of the file information block ([MS-DOC] 2.5.2), at byte 11 of the WordDocument stream. */
const ENCRYPTED_BIT = 0x01

/**
 * Tells the old binary Office formats apart by the streams that their OLE container holds. A docx or xlsx with a
 * password is such a container too, with a stream `EncryptedPackage` ([MS-OFFCRYPTO] 2.3.1).
 */
export function readOleKind(bytes: Uint8Array): Sniffed {
  let container: ReturnType<typeof CFB.read>
  try {
    container = CFB.read(Buffer.from(bytes), { type: 'buffer' })
  } catch {
    return { kind: 'unsupported', what: 'ole' }
  }
  const stream = (name: string) => CFB.find(container, name)
  if (stream('EncryptedPackage')) return { kind: 'encrypted-office' }
  const word = stream('WordDocument')
  if (word) {
    const flags = Number((word.content as Uint8Array | undefined)?.[11] ?? 0)
    return { kind: flags & ENCRYPTED_BIT ? 'encrypted-office' : 'doc' }
  }
  if (stream('Workbook') ?? stream('Book')) return { kind: 'xls' }
  return { kind: 'unsupported', what: 'ole' }
}

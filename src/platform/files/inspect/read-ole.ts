import { CFB } from '@e965/xlsx'

export interface OleReading {
  /** `package` is a docx or xlsx with a password ([MS-OFFCRYPTO] 2.3.1). */
  readonly kind: 'doc' | 'xls' | 'ppt' | 'package' | 'unknown'
  readonly isEncrypted: boolean
  readonly hasMacros: boolean
}

const UNKNOWN: OleReading = { kind: 'unknown', isEncrypted: false, hasMacros: false }

/** Storages and streams of VBA ([MS-OVBA] 2.2.1): `Macros` in Word, `_VBA_PROJECT_CUR` in Excel. */
const VBA = /(?:^|\/)(?:macros|vba|_vba_project_cur|_vba_project|projectwm)(?:\/|$)/i

/** Tells the old binary Office formats apart by the streams that their OLE container holds. */
export function readOle(bytes: Uint8Array): OleReading {
  let container: ReturnType<typeof CFB.read>
  try {
    container = CFB.read(Buffer.from(bytes), { type: 'buffer' })
  } catch {
    return UNKNOWN
  }
  const stream = (name: string): Uint8Array | undefined => {
    const found = CFB.find(container, name)
    return found ? Uint8Array.from((found.content as Uint8Array | undefined) ?? []) : undefined
  }
  if (stream('EncryptedPackage')) return { kind: 'package', isEncrypted: true, hasMacros: false }
  const hasVba = container.FullPaths.some((path: string) => VBA.test(path))
  const word = stream('WordDocument')
  if (word) return { kind: 'doc', isEncrypted: isWordEncrypted(word), hasMacros: hasVba }
  const book = stream('Workbook') ?? stream('Book')
  if (book) {
    const { isEncrypted, hasMacroSheet } = readWorkbook(book)
    return { kind: 'xls', isEncrypted, hasMacros: hasVba || hasMacroSheet }
  }
  const slides = stream('PowerPoint Document')
  if (!slides) return { ...UNKNOWN, hasMacros: hasVba }
  const isEncrypted = stream('EncryptedSummary') !== undefined
  return { kind: 'ppt', isEncrypted, hasMacros: hasVba || hasSlideMacros(slides) }
}

/** Bit fEncrypted of the file information block ([MS-DOC] 2.5.2), at byte 11 of the stream. */
const isWordEncrypted = (word: Uint8Array) => ((word[11] ?? 0) & 0x01) !== 0

/** Walks the records of the workbook globals ([MS-XLS] 2.1.4): FilePass, and BoundSheet8 of a macro sheet. */
function readWorkbook(book: Uint8Array): { isEncrypted: boolean; hasMacroSheet: boolean } {
  const view = new DataView(book.buffer, book.byteOffset, book.byteLength)
  const found = { isEncrypted: false, hasMacroSheet: false }
  for (let at = 0; at + 4 <= book.length; at += 4 + view.getUint16(at + 2, true)) {
    const record = view.getUint16(at, true)
    if (record === 0x000a) break
    if (record === 0x002f) found.isEncrypted = true
    if (record === 0x0085 && book[at + 9] === 0x01) found.hasMacroSheet = true
  }
  return found
}

/** VbaInfoAtom with fHasMacros ([MS-PPT] 2.4.11): a header of version 2, type 0x0400, length 12. */
function hasSlideMacros(slides: Uint8Array): boolean {
  const bytes = Buffer.from(slides)
  const header = Buffer.from('020000040c000000', 'hex')
  for (let at = bytes.indexOf(header); at >= 0; at = bytes.indexOf(header, at + 1)) {
    if (at + 16 <= bytes.length && bytes.readUInt32LE(at + 12) !== 0) return true
  }
  return false
}

import { readOle } from '../../../../platform/files/index.ts'
import type { Sniffed } from '../sniffed.ts'

/** What an OLE container is to this module: a Word document, a workbook, or nothing that is read here. */
export function readOleKind(bytes: Uint8Array): Sniffed {
  const { kind, isEncrypted } = readOle(bytes)
  if (kind === 'package' || (kind === 'doc' && isEncrypted)) return { kind: 'encrypted-office' }
  if (kind === 'doc' || kind === 'xls') return { kind }
  return { kind: 'unsupported', what: 'ole' }
}

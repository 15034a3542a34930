import { CFB } from '@e965/xlsx'
import { invalid } from '../../kernel/errors.ts'
import type { Table } from './cell.ts'
import { readCsv } from './csv/read-csv.ts'
import type { SheetLimits } from './limits.ts'
import { readXls } from './xls/read-xls.ts'
import { readXlsx } from './xlsx/read-xlsx.ts'

export interface TableSource {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly sheet: string | undefined
  readonly limits: SheetLimits
}

/**
 * Opens a table by what its bytes are, not by its name: an export called `.xls` is often tab-separated text.
 * Call it inside the worker thread. @throws `platform.sheet-empty`, `platform.sheet-too-large`,
 * `platform.sheet-wrong-type`, `platform.sheet-encrypted` and those of the three readers
 */
export async function readTable({ bytes, fileName, sheet, limits }: TableSource): Promise<Table> {
  if (bytes.length === 0) throw invalid('platform.sheet-empty')
  if (bytes.length > limits.maxBytes)
    throw invalid('platform.sheet-too-large', {
      megabytes: Math.ceil(bytes.length / 1024 / 1024),
      limitMegabytes: Math.floor(limits.maxBytes / 1024 / 1024),
    })
  if (startsWith(bytes, 'PK\u0003\u0004') || startsWith(bytes, 'PK\u0005\u0006'))
    return readXlsx(bytes, { sheet, limits })
  if (startsWith(bytes, '\u00d0\u00cf\u0011\u00e0')) {
    checkIsWorkbook(bytes)
    return readXls(bytes, { sheet, limits })
  }
  const what = foreignText(bytes)
  if (what) throw invalid('platform.sheet-wrong-type', { what })
  return readCsv(bytes, { name: fileName.replace(/\.[^.]*$/, '') || fileName, limits })
}

/** A locked xlsx is an OLE container with a stream `EncryptedPackage` ([MS-OFFCRYPTO] 2.3.1). */
function checkIsWorkbook(bytes: Uint8Array): void {
  let container: ReturnType<typeof CFB.read>
  try {
    container = CFB.read(Buffer.from(bytes), { type: 'buffer' })
  } catch {
    throw invalid('platform.sheet-damaged', { part: 'ole' })
  }
  if (CFB.find(container, 'EncryptedPackage')) throw invalid('platform.sheet-encrypted')
  if (CFB.find(container, 'WordDocument')) throw invalid('platform.sheet-wrong-type', { what: 'doc' })
  if (!CFB.find(container, 'Workbook') && !CFB.find(container, 'Book'))
    throw invalid('platform.sheet-wrong-type', { what: 'ole' })
}

const latin = (bytes: Uint8Array, length: number) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, bytes.length)).toString('latin1')

const startsWith = (bytes: Uint8Array, signature: string) => latin(bytes, signature.length) === signature

/** What is text or looks like it, and is yet no table: web pages and the XML of 2003 under the name `.xls`. */
function foreignText(bytes: Uint8Array): string | undefined {
  const head = latin(bytes, 1024)
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .replaceAll('\u0000', '')
    .trimStart()
  if (head.startsWith('%PDF-')) return 'pdf'
  if (head.startsWith('{\\rtf')) return 'rtf'
  if (/^\u0089PNG|^\u00ff\u00d8\u00ff|^GIF8/.test(head)) return 'image'
  if (/^<\?xml|^<Workbook/.test(head) && head.includes('urn:schemas-microsoft-com:office')) return 'xml-2003'
  if (/^<(!doctype|html|head|meta|table|div|style|body)\b/i.test(head)) return 'html'
  return /^MIME-Version:/i.test(head) ? 'mhtml' : undefined
}

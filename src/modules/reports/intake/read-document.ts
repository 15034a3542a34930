import { createHash } from 'node:crypto'
import { invalid } from '../../../kernel/errors.ts'
import { checkSize } from './check-size.ts'
import { checkIsText } from './formats/check-is-text.ts'
import { decodeText } from './formats/decode-text.ts'
import { readDoc } from './formats/read-doc.ts'
import { readDocx } from './formats/read-docx.ts'
import { readHtml } from './formats/read-html.ts'
import { readPdf } from './formats/read-pdf.ts'
import { readSheet } from './formats/read-sheet.ts'
import { type IntakeLimits, intakeLimits } from './limits.ts'
import { openReportZip } from './open-report-zip.ts'
import type { DocumentFormat, ReceivedText } from './received-text.ts'
import { sniffFormat } from './sniff-format.ts'

export interface ReadDocumentOptions {
  /** Only named in refusals: what a file is, its content tells. */
  readonly fileName: string | null
  readonly limits?: Partial<IntakeLimits>
}

interface ReadText {
  readonly text: string
  readonly format: DocumentFormat
  readonly encoding: string | null
}

/**
 * Reads a document's bytes into the text that is kept as received.
 * Throws `reports.empty-file`, `too-large`, `unsupported-format`, `binary-file`, `unknown-encoding`, `zip-bomb`, `zip-ratio`,
 * `password`, `pdf-encrypted`, `pdf-without-text`, `too-many-pages`, `damaged-file`, `text-too-long`, `no-text`.
 */
export async function readDocument(bytes: Uint8Array, options: ReadDocumentOptions): Promise<ReceivedText> {
  const limits = { ...intakeLimits, ...options.limits }
  checkSize(bytes.length, limits)
  const contentHash = createHash('sha256').update(bytes).digest('hex')
  const read = await readBySniffing(bytes, limits)
  checkLength(read.text, limits)
  return { ...read, contentHash }
}

async function readBySniffing(bytes: Uint8Array, limits: IntakeLimits): Promise<ReadText> {
  const sniffed = sniffFormat(bytes)
  switch (sniffed.kind) {
    case 'zip':
      return readPackage(bytes, limits)
    case 'pdf':
      return { text: await readPdf(bytes), format: 'pdf', encoding: null }
    case 'doc':
      return { text: await readDoc(bytes), format: 'doc', encoding: null }
    case 'xls':
      return { text: readSheet(bytes), format: 'xls', encoding: null }
    case 'encrypted-office':
      throw invalid('reports.password')
    case 'unsupported':
      throw invalid('reports.unsupported-format', { format: sniffed.what })
    case 'html':
      return { ...readHtml(bytes), format: 'html' }
    case 'text': {
      const decoded = decodeText(bytes)
      checkIsText(decoded.text)
      return { ...decoded, format: 'txt' }
    }
  }
}

/** A zip is a Word document, a workbook, or nothing that is read here. */
function readPackage(bytes: Uint8Array, limits: IntakeLimits): ReadText {
  const zip = openReportZip(bytes, limits)
  if (zip.names.some((name) => /^word\/document\d*\.xml$/.test(name)))
    return { text: readDocx(zip), format: 'docx', encoding: null }
  if (!zip.names.some((name) => /^xl\/workbook\.(xml|bin)$/.test(name)))
    throw invalid('reports.unsupported-format', { format: 'zip' })
  // The workbook reader inflates by itself: every entry is first tried against what it declared.
  for (const name of zip.names) zip.read(name)
  return { text: readSheet(bytes), format: 'xlsx', encoding: null }
}

/** Text that a person pasted, under the same limits; its hash is that of its UTF-8 bytes. */
export function receivePasted(text: string, limits: Partial<IntakeLimits> = {}): ReceivedText {
  if (text.length === 0) throw invalid('reports.empty-file')
  checkLength(text, { ...intakeLimits, ...limits })
  checkIsText(text)
  const contentHash = createHash('sha256').update(text, 'utf8').digest('hex')
  return { text, format: 'pasted', encoding: null, contentHash }
}

function checkLength(text: string, limits: IntakeLimits): void {
  if (text.length > limits.maxCharacters)
    throw invalid('reports.text-too-long', { characters: text.length, limit: limits.maxCharacters })
  if (!/\S/.test(text)) throw invalid('reports.no-text')
}

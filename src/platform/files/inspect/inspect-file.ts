import { invalid } from '../../../kernel/errors.ts'
import { checkFileSize } from '../file-limit.ts'
import { DEFAULT_MAX_BYTES } from '../file-store.ts'
import { cleanFileName, extensionOf } from './clean-file-name.ts'
import { ALLOWED_EXTENSIONS, FILE_TYPES, type FileType } from './file-types.ts'
import { inspectOle } from './inspect-ole.ts'
import { inspectPackage } from './inspect-package.ts'
import { inspectPdf } from './inspect-pdf.ts'
import { sniffSignature } from './sniff-signature.ts'
import { sniffText } from './sniff-text.ts'

export interface InspectFile {
  /** As the browser sent it. */
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly maxBytes?: number
}

export interface InspectedFile {
  /** Cleaned of paths and of characters that mislead, with an extension that fits the content. */
  readonly fileName: string
  readonly type: FileType
  /** From the content, never from what the browser said. */
  readonly mediaType: string
}

/**
 * Tells what a file is by its content and refuses what may do harm or cannot be looked into.
 * @throws `platform.file-empty`, `platform.file-over-limit`, `platform.file-type`, `platform.file-extension`,
 * `platform.file-macros`, `platform.file-pdf-active`, `platform.file-pdf-unreadable`, `platform.file-encrypted`,
 * `platform.zip-entries`, `platform.zip-bomb`, `platform.zip-ratio`, `platform.zip-encrypted`, `platform.zip-damaged`
 */
export async function inspectFile(input: InspectFile): Promise<InspectedFile> {
  const { bytes, maxBytes = DEFAULT_MAX_BYTES } = input
  checkFileSize(bytes.length, maxBytes)
  const fileName = cleanFileName(input.fileName)
  const extension = extensionOf(fileName)
  const found = await typeOf(bytes, extension)
  if (!isFileType(found)) throw typeRefused(found)
  const { extensions, mediaType } = FILE_TYPES[found]
  if (extension === '') return { fileName: `${fileName}.${extensions[0]}`, type: found, mediaType }
  if (!extensions.includes(extension)) {
    if (!ALLOWED_EXTENSIONS.includes(extension)) throw typeRefused(extension)
    throw invalid('platform.file-extension', { extension, found: extensions })
  }
  return { fileName, type: found, mediaType }
}

/** The type of the content, or the name of what is not let in. */
async function typeOf(bytes: Uint8Array, extension: string): Promise<string> {
  const signature = sniffSignature(bytes)
  switch (signature) {
    case 'zip':
      return inspectPackage(bytes)
    case 'ole':
      return inspectOle(bytes)
    case 'pdf':
      inspectPdf(bytes)
      return 'pdf'
    default: {
      // “MZ” begins programs and may begin a sentence: what is text all through is no program.
      const text = sniffText(bytes, extension)
      return text ?? signature ?? 'binary'
    }
  }
}

const isFileType = (name: string): name is FileType => Object.hasOwn(FILE_TYPES, name)

const typeRefused = (found: string) =>
  invalid('platform.file-type', { found: found.slice(0, 20), allowed: ALLOWED_EXTENSIONS })

import { CodedError, type ErrorDetails, invalid } from '../../../kernel/errors.ts'
import { type OpenZip, openZip } from '../../../platform/zip/index.ts'
import type { IntakeLimits } from './limits.ts'

/** Opens a document's zip; what is wrong with it is said in the words of this module, which name the way out. */
export function openReportZip(bytes: Uint8Array, limits: IntakeLimits): Pick<OpenZip, 'names' | 'read'> {
  const zip = inOwnWords(() => openZip(bytes, limits))
  return { names: zip.names, read: (name) => inOwnWords(() => zip.read(name)) }
}

function inOwnWords<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw error instanceof CodedError ? ownWords(error.code, error.details, error) : error
  }
}

function ownWords(code: string, details: ErrorDetails, error: CodedError): CodedError {
  switch (code) {
    case 'platform.zip-entries':
      return invalid('reports.zip-entries', details)
    case 'platform.zip-bomb':
      return invalid('reports.zip-bomb', details)
    case 'platform.zip-ratio':
      return invalid('reports.zip-ratio', details)
    case 'platform.zip-encrypted':
      return invalid('reports.password')
    case 'platform.zip-damaged':
      return invalid('reports.damaged-file', details)
    default:
      return error
  }
}

import { invalid } from '../../../kernel/errors.ts'
import { readOle } from './read-ole.ts'

/** The type of an old Office document, `ole` when it is none. @throws `platform.file-encrypted`, `platform.file-macros` */
export function inspectOle(bytes: Uint8Array): string {
  const { kind, isEncrypted, hasMacros } = readOle(bytes)
  if (isEncrypted) throw invalid('platform.file-encrypted')
  if (hasMacros) throw invalid('platform.file-macros')
  return kind === 'unknown' || kind === 'package' ? 'ole' : kind
}

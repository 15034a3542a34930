import { invalid } from '../../../../kernel/errors.ts'
import { type DecodedText, tryDecodeText } from '../../../../platform/files/index.ts'

export type { DecodedText }

/** Throws `reports.unknown-encoding` when no encoding fits, `reports.binary-file` when it is no text at all. */
export function decodeText(bytes: Uint8Array, declared: string | null = null): DecodedText {
  const decoded = tryDecodeText(bytes, declared)
  if (decoded) return decoded
  // No text in any encoding of bytes has a zero byte; advice on encodings would mislead whoever renamed a program.
  throw invalid(bytes.includes(0) ? 'reports.binary-file' : 'reports.unknown-encoding')
}

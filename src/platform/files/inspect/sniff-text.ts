import { isReadableText } from './is-readable-text.ts'
import { tryDecodeText } from './try-decode-text.ts'

/** Texts that a program runs or a browser draws when it is handed them. */
const ACTIVE: readonly (readonly [name: string, begins: RegExp])[] = [
  ['script', /^(?:#!|@echo\b|<\?php|<%|<script\b|<job\b)/i],
  ['svg', /^(?:<\?xml[^>]*>\s*)?(?:<!(?!doctype\s+html)[^>]*>\s*)*<(?:\w+:)?svg\b/i],
  ['html', /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|iframe)\b/i],
  ['mhtml', /^MIME-Version:/i],
  ['rtf', /^\{\\rtf/],
  ['xml', /^<\?xml\b/],
]
const LOOKED_AT = 4096

/**
 * `csv` or `txt` as the extension says, the name of a text that is not let in, or null when it is no text in UTF-8,
 * UTF-16 with its mark, or GB18030.
 */
export function sniffText(bytes: Uint8Array, extension: string): string | null {
  const decoded = tryDecodeText(bytes)
  if (decoded === null || !isReadableText(decoded.text)) return null
  const beginning = decoded.text.slice(0, LOOKED_AT).trimStart()
  const active = ACTIVE.find(([, begins]) => begins.test(beginning))
  if (active) return active[0]
  return extension === 'csv' ? 'csv' : 'txt'
}

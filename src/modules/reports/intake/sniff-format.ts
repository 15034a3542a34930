import { startsWith } from '../../../platform/files/index.ts'
import { readOleKind } from './formats/read-ole-kind.ts'
import type { Sniffed } from './sniffed.ts'

const unsupported = (what: string): Sniffed => ({ kind: 'unsupported', what })

const HTML_TAG =
  /^<(?:!doctype\s+html|html|head|body|meta|title|div|p|table|article|section|h[1-6]|span|br|ul|ol|font|center)\b/i

/** Signatures from the formats' own specifications; a byte-order mark is looked past. */
export function sniffFormat(bytes: Uint8Array): Sniffed {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]))
    return { kind: 'zip' }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return readOleKind(bytes)
  // A PDF may have up to 1024 bytes before its header (ISO 32000-1, annex H.3, note 13).
  if (latin(bytes, 1024).includes('%PDF-')) return { kind: 'pdf' }
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47])) return unsupported('png')
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return unsupported('jpeg')
  if (latin(bytes, 6).startsWith('GIF8')) return unsupported('gif')
  if (latin(bytes, 5) === '{\\rtf') return unsupported('rtf')
  if (/^MIME-Version:/i.test(latin(bytes, 32))) return unsupported('mhtml')
  if (HTML_TAG.test(firstTag(bytes))) return { kind: 'html' }
  return { kind: 'text' }
}

function latin(bytes: Uint8Array, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, bytes.length)).toString('latin1')
}

/** The beginning from its first tag on, comments passed over; the zero bytes of UTF-16 are dropped: enough to see ASCII. */
function firstTag(bytes: Uint8Array): string {
  const mark = /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/
  let head = latin(bytes, 8192).replace(mark, '').replaceAll('\u0000', '').trimStart()
  while (head.startsWith('<!--') || head.startsWith('<?xml')) {
    const end = head.indexOf('>', head.startsWith('<!--') ? head.indexOf('-->') : 0)
    if (end < 0) break
    head = head.slice(end + 1).trimStart()
  }
  return head
}

import { startsWith } from './starts-with.ts'

export interface DecodedText {
  readonly text: string
  readonly encoding: string
}

const BYTE_ORDER_MARKS = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const

/**
 * Bytes to text: byte-order mark, then the encoding that the document declares, then strict UTF-8, then GB18030; null
 * when none of them fits. Statistical guessing is not used: on short Chinese texts it called GBK ISO-8859-5.
 */
export function tryDecodeText(bytes: Uint8Array, declared: string | null = null): DecodedText | null {
  const marked = BYTE_ORDER_MARKS.find(({ mark }) => startsWith(bytes, mark))
  const candidates = marked ? [marked.encoding] : [...(declared ? [declared] : []), 'utf-8', 'gb18030']
  for (const encoding of candidates) {
    const text = tryDecode(bytes, encoding)
    if (text !== null) return { text, encoding }
  }
  return null
}

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

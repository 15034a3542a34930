import { invalid } from '../../../kernel/errors.ts'

const PIECE = 256 * 1024

const MARKS = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const

/**
 * The encoding of a text: its byte-order mark, else UTF-16 by its zero bytes, else strict UTF-8, else GB18030, in which
 * Excel in Chinese saves csv.
 * @throws `platform.sheet-encoding` when none fits, `platform.sheet-wrong-type` for a binary file
 */
export function encodingOf(bytes: Uint8Array): string {
  const marked = MARKS.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte))
  if (marked) return marked.encoding
  const zeros = [0, 0]
  for (let at = 0; at < Math.min(bytes.length, 4096); at++) if (bytes[at] === 0) zeros[at % 2]!++
  const half = Math.min(bytes.length, 4096) / 2
  if (zeros[0]! + zeros[1]! > 0) {
    if (zeros[1]! > half * 0.2 && zeros[0] === 0) return 'utf-16le'
    if (zeros[0]! > half * 0.2 && zeros[1] === 0) return 'utf-16be'
    throw invalid('platform.sheet-wrong-type', { what: 'binary' })
  }
  for (const encoding of ['utf-8', 'gb18030']) if (fits(bytes, encoding)) return encoding
  throw invalid('platform.sheet-encoding')
}

/** The text, piece by piece; a byte-order mark is left out. */
export function* decodePieces(bytes: Uint8Array, encoding: string): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for (let at = 0; at < bytes.length; at += PIECE)
      yield decoder.decode(bytes.subarray(at, at + PIECE), { stream: true })
    yield decoder.decode()
  } catch {
    throw invalid('platform.sheet-encoding')
  }
}

function fits(bytes: Uint8Array, encoding: string): boolean {
  try {
    for (const _ of decodePieces(bytes, encoding));
    return true
  } catch {
    return false
  }
}

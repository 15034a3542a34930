import { constants, inflateSync } from 'node:zlib'
import { invalid } from '../../../kernel/errors.ts'

/**
 * Names without which nothing in a PDF runs, starts a program or carries a file along (ISO 32000-1: 12.6.4.16, 12.6.4.5,
 * 12.6.4.13, 7.11.4, 12.5.6.15, 12.7.8). All of them are so long that compressed bytes do not hold them by chance.
 */
const ACTIVE = /\/(JavaScript|Launch|Rendition|RichMedia|EmbeddedFiles?|FileAttachment|XFA)(?![A-Za-z0-9])/
const ENCRYPTED = /\/Encrypt(?![A-Za-z0-9])/
/** Only a plain Flate filter: a chain of filters or a predictor would hide the text from us. */
const PLAIN_FLATE = /\/Filter\s*\[?\s*\/(?:FlateDecode|Fl)\s*\]?\s*(?=[/>])/
const PREDICTED = /\/Predictor\s+(?!1\b)/
const MAX_INFLATED = 100 * 1024 * 1024
const WINDOW = 4096

/**
 * Looks through a PDF and the object streams inside it without drawing anything.
 * @throws `platform.file-pdf-active`, `platform.file-encrypted`, `platform.file-pdf-unreadable`
 */
export function inspectPdf(bytes: Uint8Array): void {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  checkNames(text)
  if (ENCRYPTED.test(plainNames(text))) throw invalid('platform.file-encrypted')
  let room = MAX_INFLATED
  for (const at of streamsIn(text)) {
    const before = plainNames(text.slice(Math.max(0, at - WINDOW), at))
    if (!holdsObjects(before)) continue
    const own = before.slice([...before.matchAll(/\d\s+obj\b/g)].at(-1)?.index ?? 0)
    const inflated = inflate(bytes.subarray(bodyStart(text, at)), room)
    const isPlain = !/\/Filter/.test(own) || (PLAIN_FLATE.test(own) && !PREDICTED.test(own))
    if (holdsObjects(own) && (!isPlain || (inflated === null && /\/Filter/.test(own)))) throw unreadable()
    if (inflated === null) continue
    room -= inflated.length
    checkNames(inflated.toString('latin1'))
  }
}

/** A name may be written with its characters as `#4a` (7.3.5). */
const plainNames = (text: string) =>
  text.includes('#')
    ? text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text

function checkNames(text: string): void {
  const found = ACTIVE.exec(plainNames(text))
  if (found) throw invalid('platform.file-pdf-active', { what: found[1] })
}

/** Positions of every keyword `stream`, also where it only looks like one. */
function* streamsIn(text: string): Generator<number> {
  for (let at = text.indexOf('stream'); at >= 0; at = text.indexOf('stream', at + 6)) {
    if (text.slice(at - 3, at) !== 'end') yield at
  }
}

/** An object stream has both (7.5.7); readers do not ask for its type. */
const holdsObjects = (dictionary: string) => /\/N\s/.test(dictionary) && /\/First\s/.test(dictionary)

function bodyStart(text: string, at: number): number {
  if (text.startsWith('\r\n', at + 6)) return at + 8
  return text[at + 6] === '\n' || text[at + 6] === '\r' ? at + 7 : at + 6
}

/** What follows the zlib stream is not its business; a damaged one gives what it has, null when that is nothing. */
function inflate(bytes: Uint8Array, room: number): Buffer | null {
  try {
    return inflateSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: Math.max(1, room) })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw unreadable()
    return null
  }
}

const unreadable = () => invalid('platform.file-pdf-unreadable')

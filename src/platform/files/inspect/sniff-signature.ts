import signatures from './signatures.json' with { type: 'json' }
import { startsWith } from './starts-with.ts'

/**
 * What the first bytes say: a type of file-types.json, `zip` or `ole` (to be looked into), the name of something that
 * is not let in, or null when no signature fits and it may be text.
 */
export function sniffSignature(bytes: Uint8Array): string | null {
  for (const { name, hex, at } of signatures) {
    if (startsWith(bytes, [...Buffer.from(hex, 'hex')], at)) return name
  }
  const container = sniffContainer(bytes)
  if (container !== null) return container
  // A PDF may have up to 1024 bytes before its header (ISO 32000-1, annex H.3, note 13).
  return latin(bytes, 0, 1024).includes('%PDF-') ? 'pdf' : null
}

/** Pictures and films whose first bytes are a length: RIFF, and the ISO base media file (ISO/IEC 14496-12, 4.3). */
function sniffContainer(bytes: Uint8Array): string | null {
  if (latin(bytes, 0, 4) === 'RIFF') return latin(bytes, 8, 12) === 'WEBP' ? 'webp' : 'riff'
  if (latin(bytes, 4, 8) !== 'ftyp') return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = Math.min(view.getUint32(0), 256, bytes.length)
  const brands = [latin(bytes, 8, 12)]
  for (let at = 16; at + 4 <= end; at += 4) brands.push(latin(bytes, at, at + 4))
  if (brands.some((brand) => /^(hei[cxms]|hev[cx])$/.test(brand))) return 'heic'
  if (brands[0] === 'qt  ') return 'mov'
  return brands.some((brand) => /^(mp4\d|iso[m2-9]|avc1|M4V |MSNV)$/.test(brand)) ? 'mp4' : 'ftyp'
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.subarray(from, to)).toString('latin1')
}

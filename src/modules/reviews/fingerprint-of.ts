import { createHash } from 'node:crypto'
import { canonicalJson } from '../indicators/index.ts'

/** SHA-256 of the canonical JSON of some content, in hexadecimal. */
export function fingerprintOf(content: unknown): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex')
}

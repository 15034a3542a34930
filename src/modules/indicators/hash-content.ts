import { createHash } from 'node:crypto'

/** What the journal's entry says of a frozen table: SHA-256 of its canonical JSON, in hexadecimal. */
export function hashContent(canonical: string): string {
  return createHash('sha256').update(canonical).digest('hex')
}

import { getHashes } from 'node:crypto'
import { invalid } from '../../kernel/errors.ts'

/** SM3 is the national standard GB/T 32905-2016; both give 256 bits. */
export type HashAlgorithm = 'sha256' | 'sm3'

/** An entry's hash says by which algorithm it was made; without a prefix it is SHA-256, as all were at first. */
const SM3_PREFIX = 'sm3:'

export const prefixOf = (algorithm: HashAlgorithm): string => (algorithm === 'sm3' ? SM3_PREFIX : '')

export function algorithmOf(hash: string): HashAlgorithm {
  return hash.startsWith(SM3_PREFIX) ? 'sm3' : 'sha256'
}

/** Reads a setting. @throws `platform.malformed-journal-hash`, `platform.no-sm3` where OpenSSL was built without it */
export function parseHashAlgorithm(value: string | undefined): HashAlgorithm {
  if (!value || value === 'sha256') return 'sha256'
  if (value !== 'sm3') throw invalid('platform.malformed-journal-hash', { value })
  if (!getHashes().includes('sm3')) throw invalid('platform.no-sm3')
  return 'sm3'
}

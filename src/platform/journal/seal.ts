import { algorithmOf, type HashAlgorithm, prefixOf } from './hash-algorithm.ts'
import { type KeyedHash, keyedHash } from './keyed-hash.ts'

/** An entry as its hash covers it: every column, as text exactly as stored. */
export interface SealedEntry {
  tenantId: string
  seq: number
  /** UTC with microseconds, `2024-04-10T02:00:00.000000Z`. */
  at: string
  actorId: string
  actorName: string
  action: string
  subjectType: string
  subjectId: string
  detail: string
  previousHash: string
}

/** What the first entry of a tenant follows. */
export const NO_HASH = '0'.repeat(64)

/** Makes and checks hashes with the secret, so that nobody who can only write SQL can make one that fits. */
export interface Sealer {
  hashEntry(algorithm: HashAlgorithm, entry: SealedEntry): string
  /** The hash of an entry that the database has already put together as bytes (`read-bodies.ts`). */
  hashBody(algorithm: HashAlgorithm, body: Uint8Array): string
  /** Ties the newest seq and hash together, so that a journal cannot be cut short unseen. */
  sealHead(head: { tenantId: string; seq: number; hash: string }): string
  /** Ties seq and hash of the last archived entry together, so that a journal cannot be cut short at its beginning unseen. */
  sealCheckpoint(last: { tenantId: string; seq: number; hash: string }): string
}

export function createSealer(secret: Uint8Array): Sealer {
  const keyed: Record<HashAlgorithm, KeyedHash | undefined> = { sha256: undefined, sm3: undefined }
  const hashWith = (algorithm: HashAlgorithm, text: string | Uint8Array): string => {
    keyed[algorithm] ??= keyedHash(algorithm, secret)
    return prefixOf(algorithm) + keyed[algorithm](text)
  }
  return {
    hashEntry: (algorithm, entry) => hashWith(algorithm, entryBody(entry)),
    hashBody: hashWith,
    sealHead: ({ tenantId, seq, hash }) =>
      hashWith(algorithmOf(hash), JSON.stringify(['head', tenantId, seq, hash])),
    sealCheckpoint: ({ tenantId, seq, hash }) =>
      hashWith(algorithmOf(hash), JSON.stringify(['checkpoint', tenantId, seq, hash])),
  }
}

/** What is hashed: a JSON array, which `read-bodies.ts` has the database put together in the same form. */
function entryBody(entry: SealedEntry): string {
  const { tenantId, seq, at, actorId, actorName, action, subjectType, subjectId, detail, previousHash } =
    entry
  const what = [action, subjectType, subjectId, detail]
  return JSON.stringify(['entry', tenantId, seq, at, actorId, actorName, ...what, previousHash])
}

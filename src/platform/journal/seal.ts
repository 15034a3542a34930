import { createHmac } from 'node:crypto'

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

/** HMAC-SHA256, so that nobody who can only write SQL can make a hash that fits. */
export function hashEntry(secret: Buffer, entry: SealedEntry): string {
  const { tenantId, seq, at, actorId, actorName, action, subjectType, subjectId, detail, previousHash } =
    entry
  return hmac(secret, [
    'entry',
    tenantId,
    seq,
    at,
    actorId,
    actorName,
    action,
    subjectType,
    subjectId,
    detail,
    previousHash,
  ])
}

/** Ties the newest seq and hash together, so that a journal cannot be cut short unseen. */
export function sealHead(secret: Buffer, head: { tenantId: string; seq: number; hash: string }): string {
  return hmac(secret, ['head', head.tenantId, head.seq, head.hash])
}

function hmac(secret: Buffer, parts: readonly (string | number)[]): string {
  return createHmac('sha256', secret).update(JSON.stringify(parts)).digest('hex')
}

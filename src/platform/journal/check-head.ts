import { type Database, withReader } from '../database/index.ts'
import { createSealer, NO_HASH } from './seal.ts'

/**
 * Whether a tenant's head carries our seal, is its newest entry and is not behind what this folder remembers: found in a
 * moment however long the journal is. A secret of another installation shows here; the rest of the chain is for
 * `verifyJournal`.
 */
export async function checkHead(database: Database, tenantId: string): Promise<boolean> {
  const kept = database.anchors.find(tenantId)
  const head = await withReader(database, tenantId, (reader) => reader.first<Head>(READ_HEAD, [tenantId]))
  if (!head) return false
  const seq = Number(head.seq)
  const isNewest = Number(head.newest ?? 0) === seq && (head.newestHash ?? NO_HASH) === head.hash
  const isSealed = createSealer(database.secret).sealHead({ tenantId, seq, hash: head.hash }) === head.seal
  return isNewest && isSealed && (kept?.seq ?? 0) <= seq
}

interface Head {
  seq: number
  hash: string
  seal: string
  newest: number | null
  newestHash: string | null
}

const READ_HEAD = `select head.seq, head.hash, head.seal, entry.seq as newest, entry.hash as "newestHash"
  from journal.head
  left join lateral (
    select seq, hash from journal.entry where tenant_id = $1 order by seq desc limit 1
  ) entry on true
  where head.tenant_id = $1`

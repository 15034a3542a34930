import type { Reader } from '../database/index.ts'

/** An entry as it is verified, good until the next one comes. */
export interface EntryBody {
  seq: number
  hash: string
  /** The text that the hash covers, in UTF-8. */
  body: Buffer
}

const UUID = /^[0-9a-f-]{36}$/i

/**
 * The entries of a range, in order. The database puts each together as the JSON array that was hashed: its `to_json`
 * of a text is what `JSON.stringify` gives. Reading a million rows column by column takes longer than hashing them.
 */
export async function readBodies(
  reader: Reader,
  { tenantId, after, until }: { tenantId: string; after: number; until: number },
  take: (entry: EntryBody) => void,
): Promise<void> {
  if (!UUID.test(tenantId)) throw new Error(`"${tenantId}" is no tenant's id`)
  const query = `select seq, hash, concat('["entry","', tenant_id, '",', seq, ',"',
      to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '","', actor_id, '",',
      to_json(actor_name), ',', to_json(action), ',', to_json(subject_type), ',', to_json(subject_id), ',',
      to_json(detail::text), ',', to_json(previous_hash), ']')
    from journal.entry
    where tenant_id = '${tenantId}' and seq > ${Number(after)} and seq <= ${Number(until)} order by seq`
  await reader.copy(query, ([seq, hash, body]) =>
    take({ seq: Number(seq!.readBigInt64BE()), hash: hash!.toString('latin1'), body: body! }),
  )
}

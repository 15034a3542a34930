import { sql } from 'kysely'
import type { Tx } from '../../kernel/context.ts'

/** An entry as it is verified: its hash, and the text that the hash covers. */
export interface EntryBody {
  seq: number
  hash: string
  body: string
}

/**
 * The entries of a range, in order. The database puts each together as the JSON array that was hashed (its `to_json`
 * of a text is what `JSON.stringify` gives) and all of them into one text, a line each: reading a million rows column
 * by column takes longer than hashing them.
 */
export async function readBodies(
  tx: Tx,
  { tenantId, after, until }: { tenantId: string; after: number; until: number },
): Promise<readonly EntryBody[]> {
  const { rows } = await sql<{ lines: string | null }>`select string_agg(line, E'\n' order by seq) as lines
    from (select seq, concat(seq, ' ', to_json(hash),
        '["entry","', tenant_id, '",', seq, ',"',
        to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '","', actor_id, '",',
        to_json(actor_name), ',', to_json(action), ',', to_json(subject_type), ',', to_json(subject_id), ',',
        to_json(detail::text), ',', to_json(previous_hash), ']') as line
      from journal.entry
      where tenant_id = ${tenantId}::uuid and seq > ${after} and seq <= ${until}) as entry`.execute(tx)
  const lines = rows[0]?.lines
  return lines ? lines.split('\n').map(parseLine) : []
}

/** `12 "<hash>"["entry",…]`. A hash with a quotation mark in it, which no hash has, comes out cut and fits nothing. */
function parseLine(line: string): EntryBody {
  const space = line.indexOf(' ')
  const end = line.indexOf('"', space + 2)
  return { seq: Number(line.slice(0, space)), hash: line.slice(space + 2, end), body: line.slice(end + 1) }
}

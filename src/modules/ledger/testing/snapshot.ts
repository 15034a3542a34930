import { sql } from 'kysely'
import type { Database } from '../../../platform/database/index.ts'

const CHILDREN = [
  'duty',
  'round',
  'progress_report',
  'evidence',
  'verification',
  'extension',
  'pressing',
  'item_history',
]

export interface SnapshotItem {
  readonly id: string
  readonly state: string
  readonly round: number
  readonly version: number
  readonly progress: number
  readonly due_on: string
  readonly first_due_on: string
  readonly was_late: boolean
  readonly reported_on: string | null
  readonly sign_by: string | null
  readonly returned_count: number
  readonly pressed_count: number
  readonly notice: string | null
  readonly has_pending_extension: boolean
}

export interface Snapshot {
  readonly items: readonly SnapshotItem[]
  readonly duties: readonly {
    item_id: string
    unit_id: string
    role: string
    state: string
    was_late: boolean
    item_stands: string
  }[]
  readonly pending: readonly { item_id: string; id: string }[]
  readonly versions: readonly { id: string; versions: number[] }[]
  readonly rounds: number
  /** Entries of the journal, and what was written last. */
  readonly seq: number
  readonly entries: readonly { action: string; subject_id: string }[]
  /** Of every row that belongs to the items: two equal ones mean that nothing changed. */
  readonly digest: string
}

/** Everything that is stored of some items, read as the owner, past every policy. `since`: entries from this one on. */
export async function takeSnapshot(
  { owner }: Database,
  ids: readonly string[],
  since: number,
): Promise<Snapshot> {
  const digests = CHILDREN.map(
    (
      table,
    ) => `select '${table}' || coalesce(string_agg(r::text, ';' order by r::text), '') from ledger.${table} r
      where r.${table === 'item_history' ? 'id' : 'item_id'} = any($ids$${`{${ids.join(',')}}`}$ids$::uuid[])`,
  ).join(' union all ')
  const list = sql`any(${[...ids]}::uuid[])`
  const { rows } = await sql<{ found: Snapshot }>`select json_build_object(
    'items', (select json_agg(i order by array_position(${[...ids]}::uuid[], i.id)) from ledger.item i where id = ${list}),
    'duties', coalesce((select json_agg(d) from ledger.duty d where item_id = ${list}), '[]'),
    'pending', coalesce((select json_agg(e) from ledger.extension e where item_id = ${list} and state = 'pending'), '[]'),
    'versions', coalesce((select json_agg(h) from (
      select id, array_agg(version order by version) as versions from ledger.item_history where id = ${list} group by id
    ) h), '[]'),
    'rounds', (select count(*) from ledger.round where item_id = ${list}),
    'seq', (select max(seq) from journal.head),
    'entries', coalesce((select json_agg(json_build_object('action', action, 'subject_id', subject_id) order by seq)
      from journal.entry where seq > ${since}), '[]'),
    'digest', md5(concat(
      (select string_agg(i::text, ';' order by i.id) from ledger.item i where id = ${list}),
      (select string_agg(c::text, ';') from ledger.letter_counter c),
      (select string_agg(part, ';') from (${sql.raw(digests)}) parts (part))))
  ) as found`.execute(owner)
  return rows[0]!.found
}

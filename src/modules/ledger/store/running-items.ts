import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import { thisTenant } from '../../../platform/database/index.ts'
import type { StoredItem } from './item-columns.ts'
import type { ItemTable } from './tables.ts'

const BATCH = 2000

/** What the clock of an item knows, and its turning days as stored. */
export type RunningItem = Pick<
  StoredItem,
  | 'id'
  | 'number'
  | 'state'
  | 'startOn'
  | 'dueOn'
  | 'progress'
  | 'startedOn'
  | 'plan'
  | 'reportedOn'
  | 'wasLate'
  | 'notice'
  | 'noticeOn'
  | 'blueFrom'
  | 'yellowFrom'
  | 'orangeFrom'
  | 'redFrom'
>

export type Turns = Pick<StoredItem, 'id' | 'blueFrom' | 'yellowFrom' | 'orangeFrom' | 'redFrom'>

/** All items whose clock runs, in batches read by a cursor: one look at the table, memory for one batch. */
export async function* eachRunningBatch(tx: Tx): AsyncGenerator<RunningItem[]> {
  await sql`declare running_items no scroll cursor for
    select id, number, state, start_on, due_on, progress, started_on, plan, reported_on, was_late, notice, notice_on,
      blue_from, yellow_from, orange_from, red_from
    from ledger.item
    where tenant_id = ${thisTenant} and withdrawn_at is null and state not in ('closed', 'withdrawn', 'suspended')`.execute(
    tx,
  )
  try {
    for (;;) {
      const fetch = sql.raw<Selectable<ItemTable>>(`fetch forward ${BATCH} from running_items`)
      const { rows } = await fetch.execute(tx)
      if (rows.length > 0) yield rows.map(runningOf)
      if (rows.length < BATCH) break
    }
  } finally {
    await sql`close running_items`.execute(tx)
  }
}

function runningOf(row: Selectable<ItemTable>): RunningItem {
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    startOn: row.start_on,
    dueOn: row.due_on,
    progress: Number(row.progress),
    startedOn: row.started_on,
    plan: row.plan,
    reportedOn: row.reported_on,
    wasLate: row.was_late,
    notice: row.notice,
    noticeOn: row.notice_on,
    blueFrom: row.blue_from,
    yellowFrom: row.yellow_from,
    orangeFrom: row.orange_from,
    redFrom: row.red_from,
  }
}

/** Stores turning days computed anew; the former ones go to the history (trigger), version and author stay. */
export async function recountItems(tx: Tx, turns: readonly Turns[], at: Date): Promise<void> {
  const of = (field: keyof Turns) => turns.map((each) => each[field])
  await sql`update ledger.item set blue_from = t.blue, yellow_from = t.yellow, orange_from = t.orange, red_from = t.red,
      recounted_at = greatest(${at}::timestamptz, item.recounted_at + interval '1 microsecond')
    from unnest(${of('id')}::uuid[], ${of('blueFrom')}::date[], ${of('yellowFrom')}::date[],
      ${of('orangeFrom')}::date[], ${of('redFrom')}::date[]) as t (id, blue, yellow, orange, red)
    where item.tenant_id = ${thisTenant} and item.id = t.id`.execute(tx)
}

/** How many items' clocks run. */
export async function countRunning(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from ledger.item
    where tenant_id = ${thisTenant} and withdrawn_at is null
      and state not in ('closed', 'withdrawn', 'suspended')`.execute(tx)
  return rows[0]?.count ?? 0
}

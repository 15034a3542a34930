import { sql } from 'kysely'
import type { Clock } from '../../kernel/clock.ts'
import type { Context, Tx } from '../../kernel/context.ts'
import { type Database, modulesOf } from '../database/index.ts'
import { listTenants } from '../tenants/index.ts'
import { listPartitions, type Partition } from './list-partitions.ts'
import { RETAINED, type RetainedKind, type Retention } from './retention.ts'

export interface PlannedPartition extends Partition {
  readonly kind: RetainedKind
  readonly rows: number
  /** What still points there, by what it is, or why it cannot leave; empty: it may. */
  readonly held: Readonly<Record<string, number>>
}

interface Planning {
  database: Database
  clock: Clock
  retention: Retention
  /** With every permission, for each tenant. */
  asSystem: (tenantId: string) => Context
}

/** The partitions whose last row is older than its kind is kept, the oldest first, each with what holds it back. */
export async function planRetention(planning: Planning): Promise<PlannedPartition[]> {
  const { database, clock, retention } = planning
  const planned: PlannedPartition[] = []
  for (const kind of Object.keys(RETAINED) as RetainedKind[]) {
    const months = retention[kind]
    if (months === undefined) continue
    const before = monthsBefore(clock.now(), months)
    for (const table of RETAINED[kind]) {
      // An older one that stays holds those after it, so that what is here begins in one place.
      let isHeld = false
      for (const partition of await listPartitions(database, table)) {
        if (partition.endsAt > before) break
        const { rows, held } = await lookInto(planning, partition, kind)
        if (kind === 'journal' && isHeld) held['journal.older-partition'] = 1
        isHeld ||= Object.keys(held).length > 0
        planned.push({ ...partition, kind, rows, held })
      }
    }
  }
  return planned
}

/** Rows of a partition and who points at them, summed over the tenants, as the application sees them. */
async function lookInto(
  { database, asSystem }: Planning,
  { table, from, until, key, keyType }: Partition,
  kind: RetainedKind,
): Promise<{ rows: number; held: Record<string, number> }> {
  const held: Record<string, number> = {}
  let rows = 0
  for (const { id } of await listTenants(database)) {
    const ctx = asSystem(id)
    await ctx.transaction(async (tx) => {
      const [column, type] = [sql.ref(key), sql.raw(keyType)]
      const inside = sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}
        where tenant_id = ${id}::uuid and ${column} >= ${from}::${type} and ${column} < ${until}::${type}`
      const count = (await inside.execute(tx)).rows[0]!.count
      rows += count
      if (count === 0) return
      if (kind === 'journal') Object.assign(held, await isNoBeginning(tx, id, { from, until }))
      for (const module of modulesOf(ctx)) {
        for (const [what, pointing] of Object.entries(
          (await module.pointsAt?.(tx, { tenantId: id, kind, from, until })) ?? {},
        ))
          if (pointing > 0) held[what] = (held[what] ?? 0) + pointing
      }
    })
  }
  return { rows, held }
}

/** A clock that was set back may have left older entries in a later partition; then the chain would get a hole. */
async function isNoBeginning(
  tx: Tx,
  tenantId: string,
  { from, until }: Pick<Partition, 'from' | 'until'>,
): Promise<Record<string, number>> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from journal.entry
    where tenant_id = ${tenantId}::uuid
      and seq < (select max(inside.seq) from journal.entry inside where inside.tenant_id = ${tenantId}::uuid
        and inside.at >= ${from}::timestamptz and inside.at < ${until}::timestamptz)
      and at >= ${until}::timestamptz`.execute(tx)
  return rows[0]!.count > 0 ? { 'journal.clock-set-back': rows[0]!.count } : {}
}

function monthsBefore(now: Date, months: number): Date {
  const then = new Date(now)
  then.setUTCMonth(then.getUTCMonth() - months)
  return then
}

import { sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import { thisTenant } from '../../../platform/database/index.ts'

export interface BlockKey {
  readonly indicator: number
  readonly period: number
}

/** A block as it comes from the database; arrays as PostgreSQL writes them, which is quicker to read than through `pg`. */
export interface BlockRow extends BlockKey {
  readonly vintage: number
  /** `{1,2,5}` */
  readonly units: string
  /** `{12.5,NULL,-3}` */
  readonly values: string
  readonly notes: Readonly<Record<string, string>> | null
}

/** All blocks of the keys up to a vintage, those of a key by vintage. */
export async function readBlocks(tx: Tx, keys: readonly BlockKey[], upTo: number): Promise<BlockRow[]> {
  if (keys.length === 0) return []
  const { rows } = await sql<BlockRow>`
    select block.indicator, block.period, block.vintage, block.units::text as units, block.values::text as values, block.notes
    from unnest(${keys.map(({ indicator }) => indicator)}::int[], ${keys.map(({ period }) => period)}::int[])
      as wanted (indicator, period)
    join indicators.block on block.indicator = wanted.indicator and block.period = wanted.period
    where block.tenant_id = ${thisTenant} and block.vintage <= ${upTo}
    order by block.indicator, block.period, block.vintage`.execute(tx)
  return rows
}

/** Which blocks came after a vintage; undefined when they are more than `most`. */
export async function findNewBlocks(
  tx: Tx,
  { after, upTo, most }: { after: number; upTo: number; most: number },
): Promise<BlockKey[] | undefined> {
  const { rows } = await sql<BlockKey>`select indicator, period from indicators.block
    where tenant_id = ${thisTenant} and vintage > ${after} and vintage <= ${upTo} limit ${most + 1}`.execute(
    tx,
  )
  return rows.length > most ? undefined : rows
}

/** The periods for which an indicator has values up to a vintage, in their order. */
export async function listPeriods(tx: Tx, indicators: readonly number[], upTo: number): Promise<BlockKey[]> {
  const { rows } = await sql<BlockKey>`select distinct indicator, period from indicators.block
    where tenant_id = ${thisTenant} and indicator = any(${indicators}::int[]) and vintage <= ${upTo} order by indicator, period`.execute(
    tx,
  )
  return rows
}

/** What one vintage holds, in the order in which its hash was made. */
export async function readVintageBlocks(tx: Tx, vintage: number): Promise<BlockRow[]> {
  const { rows } =
    await sql<BlockRow>`select indicator, period, vintage, units::text as units, values::text as values, notes
    from indicators.block where tenant_id = ${thisTenant} and vintage = ${vintage} order by indicator, period`.execute(
      tx,
    )
  return rows
}

import type { Context } from '../../../kernel/context.ts'
import { type Database, databaseOf } from '../../../platform/database/index.ts'
import type { Column } from '../rules/values/column.ts'
import { TwoGenerations } from './two-generations.ts'

/** All that was published for one indicator in one period. */
export interface KeptBlocks {
  /** One column for each vintage, ascending; none where nothing was published. */
  readonly columns: readonly Column[]
  readonly notes: readonly BlockNotes[]
  /** All of them merged. */
  readonly newest: Column | undefined
  readonly bytes: number
}

export interface BlockNotes {
  readonly vintage: number
  readonly notes: Readonly<Record<string, string>>
}

/** What is kept of one indicator. A request that holds it goes on reading it when it is no longer kept. */
export interface IndicatorBlocks {
  readonly periods: Map<number, KeptBlocks>
  bytes: number
}

export interface TenantBlocks {
  /** By the indicator's number. */
  readonly blocks: TwoGenerations<IndicatorBlocks>
  /** The blocks kept are complete up to this vintage. */
  vintage: number
  /** Units of most blocks are the same list, so it is kept once. */
  readonly unitLists: Map<string, readonly number[]>
  /** For which periods an indicator has values, ascending. */
  readonly periods: Map<number, readonly number[]>
}

/** Decoded blocks that a process keeps for each tenant. */
const BYTES = 256 * 1024 * 1024

const stores = new WeakMap<Database, Map<string, TenantBlocks>>()

/** The blocks of the tenant that this process has decoded. They never change, so neither does what is kept. */
export function keptBlocksOf(ctx: Context): TenantBlocks {
  const database = databaseOf(ctx)
  const tenants = stores.get(database) ?? new Map<string, TenantBlocks>()
  stores.set(database, tenants)
  const kept = tenants.get(ctx.tenantId)
  if (kept) return kept
  const made = emptyBlocks()
  tenants.set(ctx.tenantId, made)
  return made
}

/** For a transaction of its own. */
export function emptyBlocks(): TenantBlocks {
  return { blocks: new TwoGenerations(BYTES), vintage: 0, unitLists: new Map(), periods: new Map() }
}

/** One number for an indicator and a period. */
export const blockKey = (indicator: number, period: number): number => indicator * 1_000_000_000 + period

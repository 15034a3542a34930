import type { Context, Tx } from '../../../kernel/context.ts'
import type { Column } from '../rules/values/column.ts'
import { mergeColumns } from '../rules/values/merge-columns.ts'
import { type Head, type ReadHead, readHead } from '../store/head.ts'
import { type BlockKey, findNewBlocks, listPeriods, readBlocks } from '../store/read-blocks.ts'
import { decodeBlocks } from './decode-blocks.ts'
import {
  type BlockNotes,
  blockKey,
  emptyBlocks,
  type IndicatorBlocks,
  type KeptBlocks,
  keptBlocksOf,
  type TenantBlocks,
} from './kept-blocks.ts'

/** Published values as of one vintage. */
export interface Columns {
  readonly head: ReadHead
  /** The vintage as of which everything is read. */
  readonly asOf: number
  /** Sees to it that these are at hand: those that no one asked for lately come in one statement. */
  load(keys: readonly BlockKey[]): Promise<void>
  /** A column that was loaded; undefined where nothing was published. */
  at(indicator: number, period: number): Column | undefined
  /** The columns of each vintage up to the one that is read, ascending. */
  history(indicator: number, period: number): readonly Column[]
  notes(indicator: number, period: number): readonly BlockNotes[]
  /** The periods, ascending, for which each has values in the newest vintage. */
  periods(indicators: readonly number[]): Promise<ReadonlyMap<number, readonly number[]>>
}

/** Above so many new blocks it is quicker to forget all. */
const MOST_NEW = 20_000

/** Opens the published values of this transaction's tenant, as of a vintage or the newest one. */
export async function openColumns(ctx: Context, tx: Tx, asOf?: number): Promise<Columns> {
  const head = await readHead(tx)
  const kept = head.hasWritten ? emptyBlocks() : keptBlocksOf(ctx)
  await catchUp(tx, kept, head)
  const upTo = Math.min(asOf ?? head.vintage, head.vintage)
  const loaded = new Map<number, IndicatorBlocks>()
  const find = (indicator: number, period: number): KeptBlocks => {
    const found = loaded.get(indicator)?.periods.get(period)
    if (!found) throw new Error(`Column ${indicator} of period ${period} was not loaded`)
    return found
  }
  const history = (indicator: number, period: number): readonly Column[] => {
    const { columns } = find(indicator, period)
    const isWhole = (columns.at(-1)?.vintage ?? 0) <= upTo
    return isWhole ? columns : columns.filter(({ vintage }) => vintage <= upTo)
  }
  return {
    head,
    asOf: upTo,
    history,
    load: (keys) => load(tx, { keys, loaded, kept, head }),
    at(indicator, period) {
      const { newest } = find(indicator, period)
      if (!newest || newest.vintage <= upTo) return newest
      const [first, ...others] = history(indicator, period)
      return first && mergeColumns([first, ...others])
    },
    periods: (indicators) => periodsOf(tx, { indicators, kept, head }),
    notes: (indicator, period) => find(indicator, period).notes.filter(({ vintage }) => vintage <= upTo),
  }
}

/** Forgets what has got a newer block since. */
async function catchUp(tx: Tx, kept: TenantBlocks, head: Head): Promise<void> {
  if (head.vintage <= kept.vintage) return
  const fresh = await findNewBlocks(tx, { after: kept.vintage, upTo: head.vintage, most: MOST_NEW })
  // Another request may have come further meanwhile.
  if (head.vintage <= kept.vintage) return
  if (fresh)
    for (const { indicator } of fresh) {
      kept.blocks.delete(indicator)
      kept.periods.delete(indicator)
    }
  else {
    kept.blocks.clear()
    kept.periods.clear()
  }
  kept.vintage = head.vintage
}

async function periodsOf(
  tx: Tx,
  { indicators, kept, head }: { indicators: readonly number[]; kept: TenantBlocks; head: Head },
): Promise<ReadonlyMap<number, readonly number[]>> {
  const found = new Map<number, readonly number[]>()
  const missing: number[] = []
  for (const indicator of indicators) {
    const periods = kept.vintage === head.vintage ? kept.periods.get(indicator) : undefined
    if (periods) found.set(indicator, periods)
    else missing.push(indicator)
  }
  if (missing.length === 0) return found
  const rows = Map.groupBy(await listPeriods(tx, missing, head.vintage), ({ indicator }) => indicator)
  for (const indicator of missing) {
    const periods = (rows.get(indicator) ?? []).map(({ period }) => period)
    found.set(indicator, periods)
    if (kept.vintage === head.vintage) kept.periods.set(indicator, periods)
  }
  return found
}

interface Loading {
  readonly keys: readonly BlockKey[]
  readonly loaded: Map<number, IndicatorBlocks>
  readonly kept: TenantBlocks
  readonly head: Head
}

async function load(tx: Tx, { keys, loaded, kept, head }: Loading): Promise<void> {
  const missing = new Map<number, BlockKey>()
  for (const wanted of keys) {
    let of = loaded.get(wanted.indicator)
    if (!of) {
      of = blocksOf(kept, head, wanted.indicator)
      loaded.set(wanted.indicator, of)
    }
    if (!of.periods.has(wanted.period)) missing.set(blockKey(wanted.indicator, wanted.period), wanted)
  }
  if (missing.size === 0) return
  const rows = await readBlocks(tx, [...missing.values()], head.vintage)
  const byKey = Map.groupBy(rows, ({ indicator, period }) => blockKey(indicator, period))
  for (const [key, { indicator, period }] of missing) {
    const decoded = decodeBlocks(byKey.get(key) ?? [], kept.unitLists)
    const of = loaded.get(indicator)!
    of.periods.set(period, decoded)
    of.bytes += decoded.bytes
    // One that has got a newer block meanwhile is no longer kept, and grows for this request alone.
    kept.blocks.grow(indicator, of, decoded.bytes)
  }
}

/** What is kept of an indicator; a transaction that began before the newest publication has its own. */
function blocksOf(kept: TenantBlocks, head: Head, indicator: number): IndicatorBlocks {
  const isCurrent = kept.vintage === head.vintage
  const found = isCurrent ? kept.blocks.get(indicator) : undefined
  if (found) return found
  const made: IndicatorBlocks = { periods: new Map(), bytes: 200 }
  if (isCurrent) kept.blocks.set(indicator, made)
  return made
}

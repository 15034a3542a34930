import type { Context, Tx } from '../../../kernel/context.ts'
import { type Database, databaseOf } from '../../../platform/database/index.ts'
import type { ReadHead } from '../store/head.ts'
import { loadIndicators } from '../store/indicators.ts'
import type { Defined, Definitions } from './defined.ts'

interface Kept {
  readonly of: number
  readonly definitions: Definitions
}

const stores = new WeakMap<Database, Map<string, Kept>>()

/** All definitions of the tenant, read again only when one has changed. */
export async function loadDefinitions(ctx: Context, tx: Tx, head: ReadHead): Promise<Definitions> {
  if (head.hasWritten) return definitionsOf(await loadIndicators(tx))
  const database = databaseOf(ctx)
  const tenants = stores.get(database) ?? new Map<string, Kept>()
  stores.set(database, tenants)
  const kept = tenants.get(ctx.tenantId)
  if (kept?.of === head.definitions) return kept.definitions
  const definitions = definitionsOf(await loadIndicators(tx))
  // What was read may be newer than the head that was read before it, never older: then it is read once more.
  tenants.set(ctx.tenantId, { of: head.definitions, definitions })
  return definitions
}

function definitionsOf(all: readonly Defined[]): Definitions {
  return {
    byCode: new Map(all.map((each) => [each.code, each])),
    byNumber: new Map(all.map((each) => [each.number, each])),
  }
}

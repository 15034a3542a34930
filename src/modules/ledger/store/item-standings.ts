import { type SqlBool, sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import { itemOf, type StoredItem } from './item-columns.ts'
import { tables } from './tables.ts'

/** Which items: those named, those of statements, or the latest of units that lead or support them. */
export type WhichItems =
  | { readonly ids: readonly string[] }
  | { readonly statementIds: readonly string[] }
  | { readonly unitIds: readonly string[]; readonly limit: number }

/** Items in the order of their numbers, withdrawn ones, too; of units the latest first. One query. */
export async function selectStandings(tx: Tx, which: WhichItems): Promise<StoredItem[]> {
  const query = tables(tx).selectFrom('ledger.item').selectAll()
  if ('unitIds' in which) {
    const concerns = sql<SqlBool>`(lead_unit_id = any(${which.unitIds}::uuid[])
      or supporting_unit_ids && ${which.unitIds}::uuid[])`
    const latest = query
      .where(concerns)
      .orderBy('year', 'desc')
      .orderBy('sequence', 'desc')
      .limit(which.limit)
    return (await latest.execute()).map(itemOf)
  }
  const wanted =
    'ids' in which
      ? sql<SqlBool>`id = any(${which.ids}::uuid[])`
      : sql<SqlBool>`statement_id = any(${which.statementIds}::uuid[])`
  return (await query.where(wanted).orderBy('year').orderBy('sequence').execute()).map(itemOf)
}

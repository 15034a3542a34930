import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import type { Item } from '../schema.ts'
import { type ItemTable, tables } from './tables.ts'
import { replaceWords } from './words.ts'

/** An item as stored: its light is computed for a day by the rule, never here. */
export type StoredItem = Omit<Item, 'light'> & {
  /** Somebody has corrected it: it no longer follows its statement. */
  isWorkedOn: boolean
}
export type NewItem = Omit<StoredItem, 'number' | 'version' | 'isWorkedOn'> & {
  tenantId: string
  year: number
  issuerUnitId: string | null
}

/** Gives the next number of the year and stores the item. The counter stays locked until the transaction ends. */
export async function insertItem(tx: Tx, item: NewItem): Promise<StoredItem> {
  const { tenantId, year, source } = item
  const { last } = await tables(tx)
    .insertInto('ledger.counter')
    .values({ tenant_id: tenantId, year, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'year']).doUpdateSet({ last: sql`counter.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  const row = await tables(tx)
    .insertInto('ledger.item')
    .values({
      tenant_id: tenantId,
      id: item.id,
      year,
      sequence: last,
      title: item.title,
      content: item.content,
      theme: item.theme,
      lead_unit_id: item.leadUnitId,
      issuer_unit_id: item.issuerUnitId,
      responsible_text: item.responsibleText,
      supporting_unit_ids: item.supportingUnitIds,
      issued_on: item.issuedOn,
      due_on: item.dueOn,
      first_due_on: item.firstDueOn,
      source_kind: source.kind,
      source: source.kind === 'statement' ? JSON.stringify(source) : null,
      statement_id: source.kind === 'statement' ? source.statementId : null,
      created_at: new Date(item.createdAt),
      created_by: item.createdBy,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await replaceWords(tx, { tenantId, itemId: item.id, text: `${item.title}\n${item.content}` })
  return itemOf(row)
}

/** An item that is not withdrawn and that the actor may see; `forUpdate` locks it. */
export async function findItem(
  tx: Tx,
  by: { id: string } | { statementId: string },
  options: { forUpdate?: boolean } = {},
): Promise<StoredItem | undefined> {
  let query = tables(tx).selectFrom('ledger.item').selectAll().where('withdrawn_at', 'is', null)
  query = 'id' in by ? query.where('id', '=', by.id) : query.where('statement_id', '=', by.statementId)
  if (options.forUpdate) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  return row && itemOf(row)
}

/** Stores the changeable columns of a locked item. */
export async function updateItem(tx: Tx, tenantId: string, item: StoredItem): Promise<void> {
  await tables(tx)
    .updateTable('ledger.item')
    .set({
      title: item.title,
      content: item.content,
      theme: item.theme,
      lead_unit_id: item.leadUnitId,
      responsible_text: item.responsibleText,
      supporting_unit_ids: item.supportingUnitIds,
      due_on: item.dueOn,
      first_due_on: item.firstDueOn,
      version: item.version,
      is_worked_on: item.isWorkedOn,
    })
    .where('id', '=', item.id)
    .execute()
  await replaceWords(tx, { tenantId, itemId: item.id, text: `${item.title}\n${item.content}` })
}

/** Takes a locked item out of the ledger; its row and number stay. */
export async function withdrawItem(tx: Tx, id: string, { by, at }: { by: string; at: Date }): Promise<void> {
  await tables(tx)
    .updateTable('ledger.item')
    .set({ withdrawn_at: at, withdrawn_by: by })
    .where('id', '=', id)
    .execute()
}

export function itemOf(row: Selectable<ItemTable>): StoredItem {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    content: row.content,
    theme: row.theme,
    leadUnitId: row.lead_unit_id,
    responsibleText: row.responsible_text,
    supportingUnitIds: row.supporting_unit_ids,
    issuedOn: row.issued_on,
    dueOn: row.due_on,
    firstDueOn: row.first_due_on,
    source: row.source ?? { kind: 'by-hand' },
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    version: row.version,
    isWorkedOn: row.is_worked_on,
  }
}

import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import type { ItemSource } from '../schema.ts'

export type StatementSource = Extract<ItemSource, { kind: 'statement' }>

export interface ItemTable {
  tenant_id: string
  id: string
  year: number
  sequence: number
  number: GeneratedAlways<string>
  title: string
  content: string
  theme: string | null
  lead_unit_id: string | null
  issuer_unit_id: string | null
  responsible_text: string[]
  supporting_unit_ids: string[]
  issued_on: string | null
  due_on: string | null
  first_due_on: string | null
  source_kind: ItemSource['kind']
  source: ColumnType<StatementSource | null, string | null, string | null>
  statement_id: string | null
  created_at: Date
  created_by: string
  version: Generated<number>
  is_worked_on: Generated<boolean>
  withdrawn_at: Date | null
  withdrawn_by: string | null
}

export type LedgerTables = {
  'ledger.counter': { tenant_id: string; year: number; last: number }
  'ledger.item': ItemTable
  'ledger.item_word': { tenant_id: string; word: string; item_id: string }
}

export const tables = (tx: Tx) => tx.withTables<LedgerTables>()

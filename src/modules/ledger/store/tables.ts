import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Limit } from '../rules/clock/limit.ts'
import type { Plan } from '../rules/clock/plan.ts'
import type { Criterion, Item, ItemSource } from '../schema.ts'
import type { LifeTables } from './life-tables.ts'

export type StoredSource = Exclude<ItemSource, { kind: 'by-hand' }>

/** Written as JSON text, read as the value. */
export type Json<Value> = ColumnType<Value, string, string>

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
  issued_on: Day | null
  due_on: Day | null
  first_due_on: Day | null
  source_kind: ItemSource['kind']
  source: ColumnType<StoredSource | null, string | null, string | null>
  statement_id: string | null
  created_at: Date
  created_by: string
  version: Generated<number>
  is_worked_on: Generated<boolean>
  withdrawn_at: Date | null
  withdrawn_by: string | null
  state: Item['state']
  round: Generated<number>
  kind: Item['kind']
  parent_id: string | null
  level: number
  weight: ColumnType<string, number, number>
  origin: Item['origin']
  origin_document: string
  external_number: string | null
  target: string
  criterion: ColumnType<Criterion | null, string | null, string | null>
  leader_in_charge: string
  person_responsible: string
  contact: string
  priority: Item['priority']
  tags: string[]
  remark: string
  is_public: boolean
  start_on: Day | null
  time_limit: ColumnType<Limit | null, string | null, string | null>
  plan: Json<Plan>
  report_frequency: Item['reportFrequency']
  progress: ColumnType<string, number, number>
  dispatched_on: Day | null
  sign_by: Day | null
  signed_on: Day | null
  started_on: Day | null
  report_by: Day | null
  last_report_on: Day | null
  reported_on: Day | null
  finished_on: Day | null
  closed_on: Day | null
  recheck_on: Day | null
  suspended_on: Day | null
  state_before: Item['state'] | null
  declined_reason: string | null
  was_late: boolean
  returned_count: number
  pressed_count: number
  last_pressed_on: Day | null
  notice: Item['notice']
  notice_on: Day | null
  has_pending_extension: boolean
  blue_from: Day
  yellow_from: Day
  orange_from: Day
  red_from: Day
  changed_at: Date
  changed_by: string
  /** The turning days were computed anew since the last change, at this instant and so many times (migration 0007). */
  recounted_at: Generated<Date | null>
  recount: Generated<number>
}

export type LedgerTables = LifeTables & {
  'ledger.counter': { tenant_id: string; year: number; last: number }
  'ledger.item': ItemTable
  'ledger.item_history': ItemTable & { valid_from: Date; valid_to: Date }
  'ledger.item_word': { tenant_id: string; word: string; item_id: string }
}

export const tables = (tx: Tx) => tx.withTables<LedgerTables>()

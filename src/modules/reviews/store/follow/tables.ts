import type { Generated, GeneratedAlways } from 'kysely'
import type { Tx } from '../../../../kernel/context.ts'
import type { Day } from '../../../../kernel/day.ts'

export interface MatterTable {
  tenant_id: string
  id: string
  unit_id: string
  title: string | null
  settled_on: Day | null
  settled_by: string | null
  settled_reason: string | null
  merged_into: string | null
  version: Generated<number>
  created_at: Date
  created_by: string
  changed_at: Date
  changed_by: string
}

/** What holds a part: the one or the other. */
interface PartColumns {
  part_id: GeneratedAlways<string>
  statement_id: string | null
  line_id: string | null
}

export interface MatterPartTable extends PartColumns {
  tenant_id: string
  matter_id: string
  unit_id: string
  added_at: Date
  added_by: string
}

export interface ShortfallItemTable extends PartColumns {
  tenant_id: string
  item_id: string
  unit_id: string
  linked_at: Date
  linked_by: string
}

export interface NoteTable {
  tenant_id: string
  id: string
  review_id: string
  seq: string
  kind: 'note' | 'commitment'
  unit_id: string | null
  text: string
  lead_unit_id: string | null
  due_on: Day | null
  item_id: string | null
  taken_at: Date
  taken_by: string
  dropped_at: Date | null
  changed_at: Date
  changed_by: string
}

export interface SpeechTable {
  tenant_id: string
  id: string
  review_id: string
  unit_id: string
  started_at: Date
  stopped_at: Date | null
  started_by: string
}

export interface ComparisonTable {
  tenant_id: string
  review_id: string
  line_id: string
  statement_id: string
  unit_id: string
  verdict: 'confirmed' | 'rejected'
  decided_at: Date
  decided_by: string
}

export const tables = (tx: Tx) =>
  tx.withTables<{
    'reviews.matter': MatterTable
    'reviews.matter_part': MatterPartTable
    'reviews.shortfall_item': ShortfallItemTable
    'reviews.review_note': NoteTable
    'reviews.review_speech': SpeechTable
    'reviews.comparison_verdict': ComparisonTable
  }>()

import type { ColumnType } from 'kysely'
import type { Tx } from '../../../../kernel/context.ts'
import type { Day } from '../../../../kernel/day.ts'
import type {
  BookContent,
  BookSheetContent,
  Corrected,
  Draft,
  Evidence,
  LineKind,
  LineSide,
  Outcome,
  Source,
  Stage,
} from '../../schema.ts'
import type { StoredReason } from './stored-reason.ts'

/** Written as JSON text, read as the value. */
type Json<Value> = ColumnType<Value, string, string>

export interface ReviewTable {
  tenant_id: string
  id: string
  period: string
  title: string
  held_at: Date
  stage: Stage
  cut_on: Day
  speaker_minutes: number
  report_id: string | null
  version: number
  created_at: Date
  created_by: string
  changed_at: Date
  changed_by: string
}

export interface LineTable {
  tenant_id: string
  id: string
  review_id: string
  unit_id: string
  key: string
  side: LineSide
  kind: LineKind
  position: number
  draft: Json<Draft>
  words: string | null
  sources: Json<readonly Source[]>
  fingerprint: string
  included: boolean
  outcome: Outcome | null
  is_outcome_decided: boolean
  evidence: Json<readonly Evidence[]>
  version: number
  created_at: Date
  created_by: string
  changed_at: Date
  changed_by: string
}

export interface CorrectionTable {
  tenant_id: string
  book_number: number
  seq: number
  unit_id: string
  line_id: string
  before: Json<Corrected>
  after: Json<Corrected>
  reason: string
  corrected_at: Date
  corrected_by: string
}

type CycleTables = {
  'reviews.review': ReviewTable
  'reviews.review_stage': {
    tenant_id: string
    review_id: string
    stage: Stage
    due_at: Date | null
    entered_at: Date
    entered_by: string
  }
  'reviews.review_speaker': {
    tenant_id: string
    review_id: string
    unit_id: string
    position: number
    minutes: number
    why: Json<readonly StoredReason[]>
    done_at: Date | null
    done_by: string | null
  }
  'reviews.review_agenda': {
    tenant_id: string
    review_id: string
    position: number
    kind: 'speech' | 'other'
    title: string
    unit_id: string | null
    minutes: number
  }
  'reviews.review_line': LineTable
  'reviews.book_counter': { tenant_id: string; last: number }
  'reviews.review_book': {
    tenant_id: string
    number: number
    review_id: string
    content: Json<BookContent>
    content_hash: string
    frozen_at: Date
    frozen_by: string
  }
  'reviews.review_book_sheet': {
    tenant_id: string
    number: number
    unit_id: string
    content: Json<BookSheetContent>
    content_hash: string
  }
  'reviews.review_correction': CorrectionTable
}

export const cycleTables = (tx: Tx) => tx.withTables<CycleTables>()

import type { ColumnType, Generated } from 'kysely'
import type { Day } from '../../../kernel/day.ts'

type Decimal = ColumnType<string | null, string | number | null, string | number | null>

/** What belongs to an item's life (migrations/0003-closed-loop.sql). */
export type LifeTables = {
  'ledger.duty': {
    tenant_id: string
    item_id: string
    unit_id: string
    role: 'lead' | 'support'
    position: number
    task: string
    due_on: Day | null
    first_due_on: Day | null
    state: 'pending' | 'dispatched' | 'signed' | 'done' | 'waived' | 'declined'
    sign_by: Day | null
    signed_on: Day | null
    signed_by: string | null
    done_on: Day | null
    done_by: string | null
    note: string
    was_late: boolean
    /** Kept by the database as the item goes. */
    item_stands: ColumnType<'open' | 'closed' | 'withdrawn', never, never>
  }
  'ledger.round': {
    tenant_id: string
    item_id: string
    round: number
    dispatched_on: Day | null
    signed_on: Day | null
    due_on: Day | null
    first_due_on: Day | null
    finished_on: Day
    closed_on: Day
    was_late: boolean
    returned_count: number
  }
  'ledger.progress_report': {
    tenant_id: string
    id: string
    item_id: string
    round: number
    unit_id: string
    kind: 'progress' | 'completion' | 'duty-done'
    progress: Decimal
    done: string
    next: string
    problems: string
    support: string
    value: Decimal
    reported_at: Date
    reported_on: Day
    reporter_id: string
    reporter: string
    in_name_of: Generated<string[]>
  }
  'ledger.evidence': {
    tenant_id: string
    id: string
    item_id: string
    report_id: string | null
    round: number
    unit_id: string | null
    kind: 'file' | 'link'
    file_name: string | null
    media_type: string | null
    bytes: number | null
    sha256: string | null
    url: string | null
    note: string
    added_at: Date
    added_by: string
    adder_id: string
  }
  'ledger.verification': {
    tenant_id: string
    id: string
    item_id: string
    round: number
    purpose: 'closing' | 'recheck'
    method: 'material' | 'on-site' | 'unannounced' | 'third-party'
    third_party: string
    result: 'passed' | 'failed'
    findings: string
    verified_at: Date
    verified_on: Day
    verifier_id: string
    verifier: string
  }
  'ledger.extension': {
    tenant_id: string
    id: string
    item_id: string
    round: number
    unit_id: string | null
    from_due: Day | null
    to_due: Day
    reason: string
    asked_at: Date
    asker_id: string
    asker: string
    in_name_of: Generated<string[]>
    state: Generated<'pending' | 'approved' | 'refused' | 'dropped'>
    decided_at: Date | null
    decider_id: string | null
    decider: string | null
    decision: Generated<string>
  }
  'ledger.pressing': {
    tenant_id: string
    id: string
    item_id: string
    round: number
    kind: 'press' | 'letter' | 'notice'
    colour: 'blue' | 'orange' | 'red' | null
    number: string | null
    text: string
    answer_by: Day | null
    pressed_at: Date
    pressed_on: Day
    presser_id: string
    presser: string
  }
  'ledger.letter_counter': { tenant_id: string; kind: string; year: number; last: number }
  'ledger.setting': {
    tenant_id: string
    settings: ColumnType<unknown, string, string>
    version: number
    calendar_version: Generated<number>
    changed_at: Date
    changed_by: string
  }
  'ledger.light_rule_set': {
    tenant_id: string
    key: string
    rule_set: ColumnType<unknown, string, string>
    version: Generated<number>
    changed_at: Date
    changed_by: string
  }
  'ledger.calendar_day': {
    tenant_id: string
    day: Day
    is_working_day: boolean
    reason: string
    document: string
    changed_at: Date
    changed_by: string
  }
  'ledger.saved_view': {
    tenant_id: string
    id: string
    owner_id: string
    owner: string
    name: string
    query: ColumnType<unknown, string, string>
    is_shared: boolean
    created_at: Date
  }
  'ledger.calendar_feed': {
    tenant_id: string
    token_hash: string
    account_id: string
    created_at: Date
    revoked_at: Date | null
  }
}

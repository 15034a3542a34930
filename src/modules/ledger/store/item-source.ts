import { type RawBuilder, sql } from 'kysely'
import { thisTenant } from '../../../platform/database/index.ts'
import type { ItemTable } from './tables.ts'

/** Every column of `ledger.item`, which `ledger.item_history` has too. */
const COLUMNS = [
  'tenant_id, id, year, sequence, number, title, content, theme, lead_unit_id, issuer_unit_id, responsible_text',
  'supporting_unit_ids, issued_on, due_on, first_due_on, source_kind, source, statement_id, created_at, created_by',
  'version, is_worked_on, withdrawn_at, withdrawn_by, state, round, kind, parent_id, level, weight, origin',
  'origin_document, external_number, target, criterion, leader_in_charge, person_responsible, contact, priority, tags',
  'remark, is_public, start_on, time_limit, plan, report_frequency, progress, dispatched_on, sign_by, signed_on',
  'started_on, report_by, last_report_on, reported_on, finished_on, closed_on, recheck_on, suspended_on, state_before',
  'declined_reason, was_late, returned_count, pressed_count, last_pressed_on, notice, notice_on',
  'has_pending_extension, blue_from, yellow_from, orange_from, red_from, changed_at, changed_by',
].join(', ')

/** Rows of `ItemTable`; give them a name in the query. */
export type ItemRows = RawBuilder<ItemTable>

/**
 * Where items are read from: as they are now, or as they stood just before an instant. An item that came later is
 * absent, one withdrawn since is there: exactly one version of each stood then, the current one or one superseded later.
 * A version whose turning days were computed anew (`recounted_at`) stands since then with those.
 */
export function itemRows(before: Date | null): ItemRows {
  if (before === null) return sql<ItemTable>`ledger.item`
  const columns = sql.raw(COLUMNS)
  return sql<ItemTable>`(
    select ${columns} from ledger.item
      where tenant_id = ${thisTenant} and greatest(changed_at, recounted_at) < ${before}
    union all
    select ${columns} from ledger.item_history
      where tenant_id = ${thisTenant} and valid_from < ${before} and valid_to >= ${before})`
}

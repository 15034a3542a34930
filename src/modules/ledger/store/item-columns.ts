import type { Selectable } from 'kysely'
import type { Item } from '../schema.ts'
import type { ItemTable } from './tables.ts'

/** An item as stored: light, expected progress and lateness are computed for a day by rules, never here. */
export type StoredItem = Omit<Item, 'light' | 'expected' | 'daysLate'> & {
  /** Somebody has worked on it: it no longer follows its statement. */
  readonly isWorkedOn: boolean
  readonly issuerUnitId: string | null
  /** First days on which the light is at least so strong; `infinity` for never (rules/lights). */
  readonly blueFrom: string
  readonly yellowFrom: string
  readonly orangeFrom: string
  readonly redFrom: string
}

/** Fields of an item that are columns as they are, under the column's name. */
const SAME = {
  title: 'title',
  content: 'content',
  theme: 'theme',
  tags: 'tags',
  target: 'target',
  kind: 'kind',
  parentId: 'parent_id',
  level: 'level',
  origin: 'origin',
  originDocument: 'origin_document',
  externalNumber: 'external_number',
  leadUnitId: 'lead_unit_id',
  issuerUnitId: 'issuer_unit_id',
  responsibleText: 'responsible_text',
  supportingUnitIds: 'supporting_unit_ids',
  leaderInCharge: 'leader_in_charge',
  personResponsible: 'person_responsible',
  contact: 'contact',
  priority: 'priority',
  isPublic: 'is_public',
  remark: 'remark',
  issuedOn: 'issued_on',
  startOn: 'start_on',
  dueOn: 'due_on',
  firstDueOn: 'first_due_on',
  timeLimit: 'time_limit',
  plan: 'plan',
  criterion: 'criterion',
  reportFrequency: 'report_frequency',
  state: 'state',
  stateBefore: 'state_before',
  round: 'round',
  dispatchedOn: 'dispatched_on',
  signBy: 'sign_by',
  signedOn: 'signed_on',
  startedOn: 'started_on',
  reportBy: 'report_by',
  lastReportOn: 'last_report_on',
  reportedOn: 'reported_on',
  finishedOn: 'finished_on',
  closedOn: 'closed_on',
  recheckOn: 'recheck_on',
  suspendedOn: 'suspended_on',
  declinedReason: 'declined_reason',
  wasLate: 'was_late',
  returnedCount: 'returned_count',
  pressedCount: 'pressed_count',
  lastPressedOn: 'last_pressed_on',
  notice: 'notice',
  noticeOn: 'notice_on',
  hasPendingExtension: 'has_pending_extension',
  blueFrom: 'blue_from',
  yellowFrom: 'yellow_from',
  orangeFrom: 'orange_from',
  redFrom: 'red_from',
  isWorkedOn: 'is_worked_on',
  changedBy: 'changed_by',
} as const satisfies Partial<Record<keyof StoredItem, keyof ItemTable>>

const FIELDS = Object.entries(SAME) as [keyof typeof SAME, keyof ItemTable][]
const AS_JSON: ReadonlySet<string> = new Set(['timeLimit', 'plan', 'criterion'])

/** One object filled in place: pages and exports make thousands of them. */
export function itemOf(row: Selectable<ItemTable>): StoredItem {
  const item: Record<string, unknown> = {
    id: row.id,
    number: row.number,
    weight: Number(row.weight),
    progress: Number(row.progress),
    source: row.source ?? { kind: 'by-hand' },
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    changedAt: row.changed_at.toISOString(),
    version: row.version,
  }
  for (const [field, column] of FIELDS) item[field] = row[column]
  return item as unknown as StoredItem
}

/** The changeable columns of an item; its source, number and who entered it are fixed. */
export function columnsOf(item: Pick<StoredItem, keyof typeof SAME | 'weight' | 'progress' | 'changedAt'>) {
  const same = FIELDS.map(([field, column]) => [
    column,
    AS_JSON.has(field) && item[field] !== null ? JSON.stringify(item[field]) : item[field],
  ])
  return {
    ...(Object.fromEntries(same) as Record<(typeof SAME)[keyof typeof SAME], never>),
    weight: item.weight,
    progress: item.progress,
    changed_at: new Date(item.changedAt),
  }
}

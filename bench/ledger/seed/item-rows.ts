import { newRow } from '../../../src/modules/ledger/testing.ts'
import type { Load } from './copier.ts'
import { copyLine } from './copy-lines.ts'
import type { InventedItem } from './invent-item.ts'

type Row = Record<string, unknown>

/** All that a batch of items puts into the ledger's tables. */
export function itemLoads(batch: readonly (InventedItem & { sequence: number })[]): Load[] {
  const items: Row[] = []
  const superseded: Row[] = []
  const duties: Row[] = []
  const rounds: Row[] = []
  const words: string[] = []
  for (const { item, sequence, version, words: found } of batch) {
    const isWithdrawn = item.state === 'withdrawn'
    const row: Row = {
      ...newRow(item),
      sequence,
      version,
      is_worked_on: true,
      withdrawn_at: isWithdrawn ? item.changedAt : null,
      withdrawn_by: isWithdrawn ? item.changedBy : null,
    }
    items.push(row)
    if (version > 1) superseded.push(formerVersion(row))
    duties.push(...dutyRows(row))
    if (item.state === 'closed') rounds.push(roundRow(row))
    for (const word of found) words.push(copyLine([item.tenantId, word, item.id]))
  }
  const former = superseded.map((row) => ({
    ...row,
    number: `${row.year}-${String(row.sequence).padStart(4, '0')}`,
  }))
  return [
    loadOf('ledger.item', items),
    loadOf('ledger.item_history', former),
    loadOf('ledger.duty', duties),
    loadOf('ledger.round', rounds),
    { into: 'ledger.item_word (tenant_id, word, item_id)', lines: words },
  ].filter(({ lines }) => lines.length > 0)
}

function loadOf(table: string, rows: readonly Row[]): Load {
  const columns = Object.keys(rows[0] ?? {})
  return {
    into: `${table} (${columns.join(', ')})`,
    lines: rows.map((row) => copyLine(columns.map((column) => row[column]))),
  }
}

/** The version before the last change: at work, with what was set since taken away. */
function formerVersion(row: Row): Row {
  const never = {
    blue_from: 'infinity',
    yellow_from: 'infinity',
    orange_from: 'infinity',
    red_from: 'infinity',
  }
  const isClosed = row.state === 'closed'
  return {
    valid_from: row.created_at,
    valid_to: row.changed_at,
    ...row,
    ...(isClosed
      ? { ...never, state: 'in-progress', closed_on: null, finished_on: null, was_late: false }
      : {}),
    version: Number(row.version) - 1,
    changed_at: row.created_at,
  }
}

function dutyRows(row: Row): Row[] {
  const units = [...(row.lead_unit_id ? [row.lead_unit_id] : []), ...(row.supporting_unit_ids as string[])]
  const isDone = row.state === 'closed' || row.reported_on !== null
  const state = isDone ? 'done' : row.signed_on ? 'signed' : row.dispatched_on ? 'dispatched' : 'pending'
  return units.map((unit, position) => ({
    tenant_id: row.tenant_id,
    item_id: row.id,
    unit_id: unit,
    role: unit === row.lead_unit_id ? 'lead' : 'support',
    position,
    due_on: row.due_on,
    first_due_on: row.first_due_on,
    state,
    sign_by: row.sign_by,
    signed_on: row.signed_on,
    done_on: isDone ? (row.finished_on ?? row.reported_on) : null,
    was_late: row.was_late,
  }))
}

function roundRow(row: Row): Row {
  const same = [
    'tenant_id',
    'round',
    'dispatched_on',
    'signed_on',
    'due_on',
    'first_due_on',
    'finished_on',
    'closed_on',
    'was_late',
    'returned_count',
  ]
  return { item_id: row.id, ...Object.fromEntries(same.map((column) => [column, row[column]])) }
}

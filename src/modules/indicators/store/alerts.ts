import { type ColumnType, type Insertable, type Selectable, sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import type { Role } from '../../../kernel/permissions.ts'
import { thisTenant } from '../../../platform/database/index.ts'
import type { AlertState } from '../schema/alerts.ts'

type Json = ColumnType<unknown, string, string>

interface AlertRuleTable {
  tenant_id: string
  key: string
  definition: Json
  is_on: boolean
  owner_id: string | null
  owner_role: Role | null
  version: number
  changed_at: Date
  changed_by: string
}

interface AlertTable {
  tenant_id: string
  id: string
  rule: string
  cause: string
  indicator: number
  unit: number
  period: number
  detail: Json
  state: AlertState
  owner_id: string | null
  owner_role: Role | null
  item_id: string | null
  reason: string
  raised_at: Date
  vintage: number
  changed_at: Date
  changed_by: string
  version: number
}

export type StoredAlertRule = Selectable<AlertRuleTable>
export type StoredAlert = Selectable<AlertTable>

const tables = (tx: Tx) =>
  tx.withTables<{ 'indicators.alert_rule': AlertRuleTable; 'indicators.alert': AlertTable }>()

export function storedAlertRules(tx: Tx): Promise<StoredAlertRule[]> {
  return tables(tx).selectFrom('indicators.alert_rule').selectAll().orderBy('key').execute()
}

/** Puts a rule down unless one of its key stands there; whether it was put down. */
export async function insertAlertRule(tx: Tx, row: Insertable<AlertRuleTable>): Promise<boolean> {
  const inserted = await tables(tx)
    .insertInto('indicators.alert_rule')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  return inserted !== undefined
}

/** Changes a rule of which this version was read; whether it still stood there. */
export async function updateAlertRule(
  tx: Tx,
  { key, version }: { key: string; version: number },
  change: Partial<Insertable<AlertRuleTable>>,
): Promise<boolean> {
  const updated = await tables(tx)
    .updateTable('indicators.alert_rule')
    .set(change)
    .set('version', version + 1)
    .where('key', '=', key)
    .where('version', '=', version)
    .returning('key')
    .executeTakeFirst()
  return updated !== undefined
}

/** Those of the causes for which an alert was raised. */
export async function raisedCauses(tx: Tx, causes: readonly string[]): Promise<ReadonlySet<string>> {
  if (causes.length === 0) return new Set()
  const { rows } = await sql<{ cause: string }>`
    select cause from indicators.alert where tenant_id = ${thisTenant} and cause = any(${causes}::text[])`.execute(
    tx,
  )
  return new Set(rows.map(({ cause }) => cause))
}

/** Raises alerts; one whose cause was raised before, also a moment ago by another process, is not raised again. */
export async function insertAlerts(tx: Tx, rows: readonly Insertable<AlertTable>[]): Promise<string[]> {
  const raised: string[] = []
  const ordered = rows.toSorted((a, b) => (a.cause < b.cause ? -1 : 1))
  for (let from = 0; from < ordered.length; from += 500) {
    const inserted = await tables(tx)
      .insertInto('indicators.alert')
      .values(ordered.slice(from, from + 500))
      .onConflict((conflict) => conflict.columns(['tenant_id', 'cause']).doNothing())
      .returning('id')
      .execute()
    raised.push(...inserted.map(({ id }) => id))
  }
  return raised
}

export function findAlert(tx: Tx, id: string, { forUpdate = false } = {}): Promise<StoredAlert | undefined> {
  const query = tables(tx).selectFrom('indicators.alert').selectAll().where('id', '=', id)
  return (forUpdate ? query.forUpdate() : query).executeTakeFirst()
}

/** Settles an alert that was locked before, or hands it over. */
export async function settleAlert(
  tx: Tx,
  id: string,
  change: Pick<StoredAlert, 'state' | 'changed_at' | 'changed_by' | 'version'> &
    Partial<Pick<StoredAlert, 'item_id' | 'reason' | 'owner_id' | 'owner_role'>>,
): Promise<void> {
  await tables(tx).updateTable('indicators.alert').set(change).where('id', '=', id).execute()
}

export interface AlertFilter {
  readonly state?: AlertState | undefined
  readonly rule?: string | undefined
  readonly indicator?: number | undefined
  readonly unit?: number | undefined
}

/** A page, the newest first. */
export async function listAlerts(
  tx: Tx,
  filter: AlertFilter,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ alerts: StoredAlert[]; total: number }> {
  let query = tables(tx).selectFrom('indicators.alert')
  for (const column of ['state', 'rule', 'indicator', 'unit'] as const) {
    const value = filter[column]
    if (value !== undefined) query = query.where(column, '=', value as never)
  }
  const { total } = await query
    .select((the) => the.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const alerts = await query
    .selectAll()
    .orderBy('raised_at', 'desc')
    .orderBy('id', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  return { alerts, total }
}

/** The indicators of which a vintage holds values. */
export async function indicatorsOfVintage(tx: Tx, vintage: number): Promise<number[]> {
  const { rows } = await sql<{ indicator: number }>`
    select distinct indicator from indicators.block where tenant_id = ${thisTenant} and vintage = ${vintage} order by indicator`.execute(
    tx,
  )
  return rows.map(({ indicator }) => indicator)
}

/** Who has reported a period of some indicators, `indicator unit`, published or not. */
export async function reportedUnits(
  tx: Tx,
  { period, indicator }: { period: number; indicator: number },
): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ unit: number }>`
    select unit from indicators.reading where tenant_id = ${thisTenant} and period = ${period} and indicator = ${indicator}`.execute(
    tx,
  )
  return new Set(rows.map(({ unit }) => unit))
}

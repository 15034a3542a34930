import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { thisTenant } from '../../../platform/database/index.ts'
import type { DeskRule } from '../rules/desk/desk-rules.ts'
import { isDueSoon, isOpen, isOverdue, isRunning } from './light-condition.ts'

export interface DeskFacts {
  readonly on: Day
  readonly soonDays: number
  /** Whose desk it is: the units asked for, or those that the actor sees; null: every unit's. */
  readonly unitId?: string | undefined
  readonly scope: readonly string[] | null
  /** The ledger as it stood before this instant; null: as it is. */
  readonly before: Date | null
}

/** A unit has the work in hand. */
const atWork = sql`item.state in ('signed', 'in-progress', 'returned')`
const withUnit = sql`item.state in ('dispatched', 'signed', 'in-progress', 'returned')`
/**
 * The deadline that can still pass, as the index `item_red_in_time` has it; `isOverdue` is that it has passed. Without
 * `coalesce`, which PostgreSQL asks only after row-level security has looked at each row.
 */
const lateFrom = sql`(case when item.due_on is null or item.due_on >= item.reported_on then 'infinity'::date else item.due_on end)`
const isDeclined = sql`item.state = 'reviewed' and item.declined_reason is not null`

/** The table of rules/desk/desk-rules.json in SQL: what each rule lets through. */
const CONDITIONS: Record<DeskRule, (facts: DeskFacts) => RawBuilder<unknown>> = {
  'office.nobody-responsible': () => sql`${isOpen} and item.lead_unit_id is null`,
  'office.no-deadline': () => sql`${isOpen} and item.due_on is null and item.time_limit is null`,
  'office.declined': () => isDeclined,
  'office.overdue': ({ on }) => sql`${withUnit} and ${isOverdue(on)}`,
  'office.red': ({ on }) =>
    sql`${withUnit} and ${isRunning} and item.red_from <= ${on}::date and ${lateFrom} >= ${on}::date`,
  'office.report-missed': ({ on }) => sql`${atWork} and item.report_by < ${on}::date`,
  'office.not-signed': ({ on }) => sql`item.state = 'dispatched' and item.sign_by < ${on}::date`,
  'office.extension': () => sql`${isOpen} and item.has_pending_extension`,
  'office.recheck': ({ on }) => sql`item.state = 'closed' and item.recheck_on <= ${on}::date`,
  'office.to-verify': () => sql`item.state = 'reported'`,
  'office.in-verification': () => sql`item.state = 'under-verification'`,
  'office.due-soon': (facts) => sql`${withUnit} and ${isDueSoon(facts)}`,
  'office.to-review': () => sql`item.state = 'draft'`,
  'office.to-dispatch': () => sql`item.state = 'reviewed' and item.declined_reason is null
    and item.lead_unit_id is not null and (item.due_on is not null or item.time_limit is not null)`,
  'unit.overdue': (facts) => sql`${withUnit} and ${isOverdue(facts.on)} and ${leads(facts)}`,
  'unit.returned': (facts) => sql`item.state = 'returned' and ${leads(facts)}`,
  'unit.pressed': (facts) => sql`${withUnit} and item.last_pressed_on is not null
    and item.last_pressed_on >= coalesce(item.last_report_on, '-infinity') and ${leads(facts)}`,
  'unit.report-missed': (facts) => sql`${atWork} and item.report_by < ${facts.on}::date and ${leads(facts)}`,
  'unit.to-sign': (facts) => sql`item.state = 'dispatched' and ${leads(facts)}`,
  'unit.due-soon': (facts) => sql`${withUnit} and ${isDueSoon(facts)} and ${leads(facts)}`,
  'unit.report-due': (facts) => sql`${atWork} and item.report_by >= ${facts.on}::date
    and item.report_by <= ${facts.on}::date + ${facts.soonDays}::int and ${leads(facts)}`,
  'unit.duty-open': (facts) => sql`${isOpen} and item.id in (
    select duty.item_id from ledger.duty
    where duty.tenant_id = ${thisTenant} and duty.role = 'support' ${openNow(facts)} and ${isDutyOpen(facts)} and ${ofUnits('duty.unit_id', facts)})`,
}

/** What a rule of the desk lets through, of items not withdrawn. */
export function deskCondition(rule: DeskRule, facts: DeskFacts): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${CONDITIONS[rule](facts)})`
}

/** What is open now stands in a narrow index; on a past day others were. */
function openNow({ before }: DeskFacts) {
  return before === null ? sql`and duty.item_stands = 'open'` : sql``
}

/** Also one done since: on a past day it was open. When a part was waived is kept by the journal only, so it counts as ever waived. */
function isDutyOpen({ on }: DeskFacts) {
  return sql`(duty.state in ('dispatched', 'signed') or (duty.state = 'done' and duty.done_on > ${on}::date))`
}

function leads(facts: DeskFacts) {
  return ofUnits('item.lead_unit_id', facts)
}

function ofUnits(column: string, { unitId, scope }: DeskFacts) {
  const unitIds = unitId === undefined ? scope : [unitId]
  return unitIds === null ? sql`true` : sql`${sql.raw(column)} = any(${unitIds}::uuid[])`
}

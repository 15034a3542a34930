import { sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import { addDays, type Day } from '../../../kernel/day.ts'
import { thisTenant } from '../../../platform/database/index.ts'
import type { Reminded } from '../rules/reminders/plan-reminders.ts'
import type { UnownedOfDay } from '../rules/reminders/plan-unowned.ts'

interface Asked {
  readonly today: Day
  /** How many days before a deadline the first reminder is told. */
  readonly daysBefore: number
  /** The last item of the batch before. */
  readonly after: string | null
  readonly limit: number
}

/**
 * The next items, in the order of their ids, about which somebody may have to be told: a superset of what
 * `planReminders` finds, narrowed by the days that stand in columns.
 */
export async function listReminded(tx: Tx, { today, daysBefore, after, limit }: Asked): Promise<Reminded[]> {
  const soon = addDays(today, daysBefore)
  const { rows } = await sql<Reminded>`
    select item.id, item.number, item.title, item.state, item.round, item.lead_unit_id as "leadUnitId",
      item.due_on as "dueOn", item.sign_by as "signBy", item.report_by as "reportBy",
      item.reported_on as "reportedOn", item.recheck_on as "recheckOn",
      coalesce(duties.list, '[]') as duties, extension.waiting as extension
    from ledger.item
    left join lateral (
      select json_agg(json_build_object('unitId', duty.unit_id, 'state', duty.state, 'dueOn', duty.due_on,
        'signBy', duty.sign_by) order by duty.position, duty.unit_id) as list
      from ledger.duty where duty.tenant_id = ${thisTenant} and duty.item_id = item.id
        and duty.role = 'support' and duty.state in ('dispatched', 'signed')
        and (duty.due_on <= ${soon}::date or duty.sign_by < ${today}::date)
    ) duties on true
    left join lateral (
      select json_build_object('id', asked.id, 'askedOn', (asked.asked_at at time zone 'Asia/Shanghai')::date) as waiting
      from ledger.extension asked where asked.tenant_id = ${thisTenant} and asked.item_id = item.id
        and asked.state = 'pending' and item.has_pending_extension
    ) extension on true
    where item.tenant_id = ${thisTenant} and item.state <> 'withdrawn' and (${after}::uuid is null or item.id > ${after}::uuid)
      and (
        (item.state in ('dispatched', 'signed', 'in-progress', 'returned')
          and (item.due_on <= ${soon}::date or duties.list is not null))
        or (item.state = 'dispatched' and item.sign_by < ${today}::date)
        or (item.state in ('signed', 'in-progress', 'returned') and item.report_by < ${today}::date)
        or (item.state = 'closed' and item.recheck_on <= ${today}::date)
        or item.has_pending_extension
      )
    order by item.id limit ${limit}`.execute(tx)
  return rows
}

/** Items not yet dispatched that have no lead or no deadline, by the day on which they were entered. */
export async function listUnowned(tx: Tx): Promise<UnownedOfDay[]> {
  const { rows } = await sql<UnownedOfDay>`
    select (created_at at time zone 'Asia/Shanghai')::date as "createdOn",
      count(*) filter (where lead_unit_id is null)::int as "withoutLead",
      count(*) filter (where due_on is null and time_limit is null)::int as "withoutDeadline"
    from ledger.item
    where tenant_id = ${thisTenant} and state in ('draft', 'reviewed')
      and (lead_unit_id is null or (due_on is null and time_limit is null))
    group by 1`.execute(tx)
  return rows
}

import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Light } from '../schema.ts'

type Condition = RawBuilder<SqlBool>

/** Neither closed nor withdrawn. */
export const isOpen: Condition = sql<SqlBool>`item.state not in ('closed', 'withdrawn')`

/** The same words as the condition of the indexes on turning days: open and not suspended. */
export const isRunning: Condition = sql<SqlBool>`item.state not in ('closed', 'withdrawn', 'suspended')`

/** Open and past the deadline in force; a completion report that is in makes the clock stand still (`daysLate`). */
export function isOverdue(on: Day): Condition {
  return sql<SqlBool>`(${isOpen} and item.due_on < least(item.reported_on, ${on}::date))`
}

/** No completion report is in, and the deadline is so many days away or fewer. */
export function isDueSoon({ on, soonDays }: { on: Day; soonDays: number }): Condition {
  return sql<SqlBool>`(${isRunning} and item.reported_on is null
    and item.due_on >= ${on}::date and item.due_on <= ${on}::date + ${soonDays}::int)`
}

/** Items with one of the lights on a day: `lightFromTurns` of rules/lights, said in SQL. */
export function lightCondition(lights: readonly Light[], on: Day): Condition {
  return sql<SqlBool>`(${sql.join(
    lights.map((light) => oneLight(light, on)),
    sql` or `,
  )})`
}

/** The light of an open item as one value, where each row needs only its own: `lightFromTurns` in its order. */
export function openLight(on: Day): RawBuilder<string> {
  const day = sql`${on}::date`
  return sql<string>`case when item.state = 'suspended' then 'paused' when item.red_from <= ${day} then 'red'
    when item.orange_from <= ${day} then 'orange' when item.yellow_from <= ${day} then 'yellow'
    when item.blue_from <= ${day} then 'blue' when item.due_on is null then 'none' else 'green' end`
}

function oneLight(light: Light, on: Day): Condition {
  const day = sql`${on}::date`
  switch (light) {
    case 'red':
      return sql<SqlBool>`(${isRunning} and item.red_from <= ${day})`
    case 'orange':
      return sql<SqlBool>`(${isRunning} and item.orange_from <= ${day} and item.red_from > ${day})`
    case 'yellow':
      return sql<SqlBool>`(${isRunning} and item.yellow_from <= ${day} and item.orange_from > ${day})`
    case 'blue':
      return sql<SqlBool>`(${isRunning} and item.blue_from <= ${day} and item.yellow_from > ${day})`
    case 'green':
      return sql<SqlBool>`(${isRunning} and item.blue_from > ${day} and item.due_on is not null)`
    case 'none':
      return sql<SqlBool>`((${isRunning} and item.blue_from > ${day} and item.due_on is null) or item.state = 'withdrawn')`
    case 'paused':
      return sql<SqlBool>`item.state = 'suspended'`
    case 'done':
      return sql<SqlBool>`(item.state = 'closed' and not item.was_late)`
    case 'done-late':
      return sql<SqlBool>`(item.state = 'closed' and item.was_late)`
  }
}

import pg from 'pg'
import { systemClock } from '../../src/kernel/clock.ts'
import { monthsBefore } from '../indicators/plan.ts'
import { openReview } from './open-review.ts'
import type { Flags } from './read-flags.ts'
import type { World } from './reads.ts'
import type { User } from './user.ts'

/** What people name when they ask: units, months, indicators. */
export async function knowWorld(url: string, flags: Flags, officer: User): Promise<World> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const units = await client.query<{ key: string; number: number; unit_id: string }>(
      `select key, number::int as number, unit_id from indicators.measured_unit where number > 1 order by number`,
    )
    const leads = await client.query<{ id: string }>(
      `select lead_unit_id as id from ledger.item where lead_unit_id is not null group by 1 order by count(*) desc`,
    )
    const unitIds = leads.rows.map(({ id }) => id)
    const review = await openReview(officer, unitIds)
    const today = systemClock().today()
    return {
      today,
      months: monthsBefore(today, flags.indicators),
      indicators: flags.indicators.indicators,
      keys: units.rows.slice(0, flags.indicators.units).map(({ key }) => key),
      numbers: new Map(units.rows.map(({ unit_id: id, number }) => [id, number])),
      unitIds,
      ...review,
      run: `${systemClock().now().getTime().toString(36)}`,
    }
  } finally {
    await client.end()
  }
}

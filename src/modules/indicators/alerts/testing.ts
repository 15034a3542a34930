import { sql } from 'kysely'
import { drainJobs, type TestCity } from '../../../platform/testing/index.ts'
import { findAlerts } from '../queries/alerts/alerts.ts'
import { type Alert, ListAlerts } from '../schema/alerts.ts'

/** All alerts of a rule or in a state, the newest first; the waiting jobs have run. */
export async function alertsAfterJobs(city: TestCity, query: object = {}): Promise<Alert[]> {
  await drainJobs(city)
  const asked = ListAlerts.parse({ pageSize: 200, ...query })
  return (await findAlerts(city.as('auditor'), asked)).alerts
}

/** What accounts were told of alerts, as often as it was told. */
export async function toldOfAlerts(city: TestCity): Promise<string[]> {
  const { rows } = await sql<{ kind: string }>`
    select kind from inbox.message where kind like 'indicators.alert%' order by id`.execute(
    city.database.owner,
  )
  return rows.map(({ kind }) => kind)
}

/** Month by month from a year's January on. */
export function months(year: number, values: readonly (string | null)[]): Record<string, string | null> {
  return Object.fromEntries(
    values.map((value, at) => [
      `${year + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
      value,
    ]),
  )
}

/** The same values by period and unit, as `publishForTest` wants them. */
export function byPeriod(
  units: Readonly<Record<string, Readonly<Record<string, string | null>>>>,
): Record<string, Record<string, string | null>> {
  const periods: Record<string, Record<string, string | null>> = {}
  for (const [unit, values] of Object.entries(units))
    for (const [period, value] of Object.entries(values)) {
      periods[period] ??= {}
      periods[period][unit] = value
    }
  return periods
}

import { cpus, loadavg, totalmem } from 'node:os'
import pg from 'pg'
import { systemClock } from '../../src/kernel/clock.ts'
import type { Flags } from './read-flags.ts'

/** The machine, what else was going on, and how much room an observation takes. */
export async function describeMachine(
  url: string,
  { units }: Flags,
): Promise<{ lines: string[]; today: string; keys: string[] }> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const one = async (query: string) =>
    (await client.query<{ value: string }>(query)).rows.map(({ value }) => value)
  try {
    const [version, buffers] = await one(
      `select current_setting('server_version') as value union all select current_setting('shared_buffers')`,
    )
    const [values] = await one('select sum(cardinality(units))::text as value from indicators.block')
    const sizes = await client.query<{ name: string; bytes: string }>(
      `select relname as name, pg_total_relation_size(oid) as bytes from pg_class
       where relnamespace = 'indicators'::regnamespace and relkind = 'r' and pg_total_relation_size(oid) > 1e6 order by 2 desc`,
    )
    const all = sizes.rows.reduce((sum, { bytes }) => sum + Number(bytes), 0)
    const keys = await one(
      `select key as value from indicators.measured_unit where number between 2 and ${units + 1} order by number`,
    )
    const load = loadavg().map((each) => each.toFixed(1))
    const machine = `${cpus()[0]?.model}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB`
    const lines = [
      `${machine}; Node ${process.version}; PostgreSQL ${version}, shared_buffers ${buffers}`,
      `load average at the start ${load.join(' ')} (below 0.5: nothing else ran; above: other work slowed what follows)`,
      'server, database, DuckDB and the clients that ask share these cores',
      `${values} observations; ${sizes.rows.map(({ name, bytes }) => `${name} ${Math.round(Number(bytes) / 1e6)} MB`).join(', ')}`,
      `disk with indexes: ${(all / Number(values)).toFixed(1)} bytes an observation (goal ≤ 100)`,
    ]
    return { lines, today: systemClock().today(), keys }
  } finally {
    await client.end()
  }
}

import { cpus, loadavg, totalmem } from 'node:os'
import pg from 'pg'
import { systemClock } from '../../src/kernel/clock.ts'
import type { Day } from '../../src/kernel/day.ts'
import { PGBENCH } from './run-bare.ts'

/** The machine, the sizes, and what else was going on. */
export async function describeRun(url: string): Promise<{ lines: string[]; today: Day; unitIds: string[] }> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const one = async (query: string) =>
    (await client.query<{ value: string }>(query)).rows.map(({ value }) => value)
  try {
    const [version, buffers] = await one(
      `select current_setting('server_version') as value union all select current_setting('shared_buffers')`,
    )
    const sizes = await one(`select relid::regclass || ' ' || n_live_tup || ' rows, ' ||
        pg_size_pretty(pg_total_relation_size(relid)) as value
      from pg_stat_user_tables where schemaname in ('ledger', 'journal') and n_live_tup > 1000 order by n_live_tup desc`)
    const states = await one(`select string_agg(state || ' ' || count, ', ' order by count desc) as value
      from (select state, count(*) from ledger.item group by 1) states`)
    const unitIds = await one(`select lead_unit_id as value from ledger.item where lead_unit_id is not null
      group by 1 order by count(*) desc`)
    const load = loadavg().map((each) => each.toFixed(1))
    const machine = `${cpus()[0]?.model}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB`
    const lines = [
      `${machine}; Node ${process.version}; PostgreSQL ${version}, shared_buffers ${buffers}`,
      `load average at the start ${load.join(' ')} (below 0.5: nothing else ran; above: other work slowed what follows)`,
      `server, database and the clients that ask share these cores; bare SQL by ${PGBENCH ?? 'the driver in this process'}`,
      ...sizes,
      `states: ${states[0]}`,
    ]
    return { lines, today: systemClock().today(), unitIds }
  } finally {
    await client.end()
  }
}

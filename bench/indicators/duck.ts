import { existsSync } from 'node:fs'
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import pg from 'pg'
import { type Figures, figuresOf } from '../ledger/figures.ts'

export interface Duck {
  readonly told: string
  /** So many at once run one statement after another. */
  run(statements: readonly string[], running: { clients: number; seconds: number }): Promise<Figures>
  /** Rows of one statement, as JSON-able values. */
  rows(statement: string): Promise<readonly (readonly unknown[])[]>
}

/** The very rows of the city's blocks in DuckDB, one row for each value, ordered as its zone maps like it. */
export async function openDuck(
  { folder, url }: { folder: string; url: string },
  cleanup: AsyncDisposableStack,
): Promise<Duck> {
  const path = join(folder, 'observations.duckdb')
  const mark = `${path}.loaded`
  const isThere = existsSync(mark)
  if (!isThere) await rm(path, { force: true })
  const instance = await DuckDBInstance.create(path)
  cleanup.defer(() => instance.closeSync())
  const connection = await instance.connect()
  const started = performance.now()
  if (!isThere) {
    // The server, which is another user, writes there.
    const out = join(folder, 'out')
    await mkdir(out, { recursive: true })
    await chmod(out, 0o777)
    const file = join(out, 'blocks.csv')
    await exportTo(url, file)
    await connection.run(`create table obs as
      select indicator, period, vintage, unnest(string_split(trim(units, '{}'), ','))::integer as unit,
        unnest(string_split(trim("values", '{}'), ','))::decimal(18, 2) as value
      from read_csv('${file}', header = true, delim = ';', columns = {'indicator': 'integer', 'period': 'integer',
        'vintage': 'integer', 'units': 'varchar', 'values': 'varchar'})
      order by indicator, period, unit, vintage`)
    await connection.run(`create table target as select * from read_csv('${file}.targets', header = true)`)
    await connection.run('checkpoint')
    await rm(out, { recursive: true })
    await writeFile(mark, '')
  }
  const [[count]] = (await (await connection.runAndReadAll('select count(*) from obs')).getRows()) as [
    [bigint],
  ]
  const seconds = Math.round((performance.now() - started) / 1000)
  return {
    told: `DuckDB: ${count} rows of observations${isThere ? '' : `, loaded in ${seconds} s`}`,
    rows: async (statement) => (await connection.runAndReadAll(statement)).getRowsJson(),
    async run(statements, { clients, seconds: length }) {
      const connections = await Promise.all(Array.from({ length: clients }, () => instance.connect()))
      const times: number[] = []
      let next = 0
      const begun = performance.now()
      await Promise.all(
        connections.map(async (each) => {
          while (performance.now() < begun + length * 1000) {
            const before = performance.now()
            await each.runAndReadAll(statements[next++ % statements.length]!)
            times.push(performance.now() - before)
          }
          each.closeSync()
        }),
      )
      return figuresOf(times, (performance.now() - begun) / 1000)
    },
  }
}

/** The server writes the files itself: it runs on this machine. */
async function exportTo(url: string, file: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`copy (select indicator, period, vintage, units, values from indicators.block where vintage <= 3)
      to '${file}' with (format csv, header, delimiter ';')`)
    await client.query(`copy (select indicator, unit, value from indicators.target)
      to '${file}.targets' with (format csv, header)`)
  } finally {
    await client.end()
  }
}

import pg from 'pg'
import { copyRows, type RowBytes } from './copy-rows.ts'
import type { Database } from './database.ts'
import { typeParsers } from './type-parsers.ts'

/** Reads of one tenant as `quarterdeck_app`, on a connection that nobody else waits for. */
export interface Reader {
  /** The first row, undefined when there is none. */
  first<T extends pg.QueryResultRow>(statement: string, values?: readonly unknown[]): Promise<T | undefined>
  /** Every row of a query as bytes (`copyRows`); it takes no parameters. */
  copy(query: string, take: (row: RowBytes) => void): Promise<void>
}

/** For reading a table from end to end: `forTenant` makes objects of rows and holds a connection of the pool. */
export async function withReader<T>(
  { url }: Database,
  tenantId: string,
  work: (reader: Reader) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    types: typeParsers,
    options: '-c DateStyle=ISO -c TimeZone=UTC',
    application_name: 'quarterdeck reader',
  })
  // A connection that is lost fails the query that waits on it; without a listener it ends us.
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('begin read only')
    // By `set local`, which Citus tells the machines of (opening-statements.ts).
    await client.query('set local role quarterdeck_app')
    await client.query(`set local quarterdeck.tenant_id = ${pg.escapeLiteral(tenantId)}`)
    await client.query(`set local quarterdeck.scope = 'tenant'`)
    const reader: Reader = {
      first: async (statement, values) => (await client.query(statement, values && [...values])).rows[0],
      copy: (query, take) => copyRows(client, `copy (${query}) to stdout (format binary)`, take),
    }
    return await work(reader)
  } finally {
    await client.end()
  }
}

import pg from 'pg'

/** A connection of one's own whose texts do not depend on how the server is set. */
export async function openClient(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    options:
      '-c DateStyle=ISO -c TimeZone=UTC -c IntervalStyle=iso_8601 -c bytea_output=hex -c statement_timeout=0',
    application_name: 'quarterdeck backup',
  })
  // A connection that is lost fails the query that waits on it; without a listener it ends us.
  client.on('error', () => {})
  await client.connect()
  await client.query(`set client_encoding = 'UTF8'`)
  return client
}

/** `"schema"."name"`. */
export const quoted = ({ schema, name }: { schema: string; name: string }): string =>
  `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`

export const quotedColumns = (columns: readonly string[]): string =>
  columns.map(pg.escapeIdentifier).join(', ')

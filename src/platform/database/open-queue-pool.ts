import pg from 'pg'

/**
 * A pool for graphile-worker, which wants one of its own: it listens on a connection and parses values as `pg`
 * does by itself. Connections that the server ends are replaced by the next query.
 */
export function openQueuePool(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max, application_name: 'quarterdeck-jobs' })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

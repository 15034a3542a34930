import pg from 'pg'
import { refuseStandby, type Told, toldClient } from './told-client.ts'
import { typeParsers } from './type-parsers.ts'

interface PoolOptions {
  url: string
  size: number
  /** What the statements of the flow at hand want to be told. */
  told: () => Told | undefined
  /** A standby must be one, a primary must not. */
  isStandby: boolean
}

/** For a connection that is free as well as for a new one. */
const CONNECT_WITHIN_MS = 10_000
/** There is the primary to go to. */
const STANDBY_WITHIN_MS = 2000

/** Connections as our statements expect them; lost ones are replaced by the next query. */
export function openPool({ url, size, told, isStandby }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    Client: toldClient(told),
    max: size,
    // A database that is gone without a word is told as away, instead of every request waiting for it for ever.
    connectionTimeoutMillis: isStandby ? STANDBY_WITHIN_MS : CONNECT_WITHIN_MS,
    ...(!isStandby && { verify: refuseStandby }),
    keepAlive: true,
    types: typeParsers,
    // The parsers read ISO dates; days and instants must not depend on the server's settings.
    options: '-c DateStyle=ISO -c TimeZone=UTC',
    application_name: 'quarterdeck',
  })
  // An idle connection that the server ends is replaced by the next query; without a listener it ends us.
  pool.on('error', () => {})
  // So does one that is in use and waits for something else, a mail server say; its next query tells.
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

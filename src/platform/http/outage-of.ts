/** What stands in the way of every request of its kind, whoever asks. */
export type Outage = 'database-away' | 'disk-full'

/** PostgreSQL, Appendix A: connection exceptions, shutdown and start, too many connections, a standby that takes no writes. */
const AWAY = /^(08...|57P0[123]|53300|25006)$/

/** Of the sockets that `pg` speaks through. */
const UNREACHED = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
]

/** `pg` and its pool have no code for these. */
const LOST =
  /^(Connection terminated|Client was closed|timeout exceeded when trying to connect)|not queryable/

/** PostgreSQL's disk_full, then what our own files meet. */
const FULL = ['53100', 'ENOSPC', 'EDQUOT']

/** Which outage an error tells of, if it does: then it is nobody's mistake, and trying later helps. */
export function outageOf(error: unknown): Outage | undefined {
  if (!(error instanceof Error)) return undefined
  const { code = '' } = error as { code?: string }
  if (FULL.includes(code)) return 'disk-full'
  const isAway = AWAY.test(code) || UNREACHED.includes(code) || LOST.test(error.message)
  return isAway ? 'database-away' : undefined
}

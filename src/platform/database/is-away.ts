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

/** Whether an error says that the database is not there, or no longer the one to write to. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code = '' } = error as { code?: string }
  return AWAY.test(code) || UNREACHED.includes(code) || LOST.test(error.message)
}

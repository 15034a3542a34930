import type { Kysely } from 'kysely'
import type { LogPosition } from './log-position.ts'

/** A database that follows the primary's log and takes no writes. */
export interface Standby {
  readonly kysely: Kysely<Record<never, never>>
}

/** What one request knows of where it reads and what it has written; its context carries it from transaction to transaction. */
export interface Trail {
  /** Nothing is meant to be written: a transaction that loses its connection is run once more. */
  readonly isRead: boolean
  /** A standby will do that has come as far as `after`. */
  readonly mayLag: boolean
  /** What this reader has written before ends here in the log; undefined: nothing lately. */
  readonly after?: LogPosition | undefined
  /** Where the last transaction that wrote something ended. */
  written?: LogPosition | undefined
  /**
   * Where the first transaction was run. Later ones run there or on the primary, never on another standby: what is
   * asked later is never older, which kept answers rest on (`answerOnce`).
   */
  place?: Standby | 'primary'
}

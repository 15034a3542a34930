import type { Transaction } from 'kysely'
import type { Clock } from './clock.ts'
import type { Grants, Role } from './permissions.ts'

export type Locale = 'zh-CN' | 'en'

/** A transaction; a store narrows it to its own tables with `tx.withTables<LedgerTables>()`. */
// biome-ignore lint/complexity/noBannedTypes: no tables until a store names its own
export type Tx = Transaction<{}>

export interface Actor {
  readonly userId: string
  readonly name: string
  readonly roles: readonly Role[]
  /** The unit the person answers for, or null for an account of no unit. */
  readonly unitId: string | null
  readonly grants: Grants
}

/** What happened, told to other modules inside the same transaction (docs/decisions/0003). */
export interface Event {
  /** `module.past-tense`, for example `reports.statement-accepted`. */
  readonly type: string
  readonly payload: unknown
}

/** All that a command or query depends on, passed as its first argument. */
export interface Context {
  readonly tenantId: string
  readonly actor: Actor
  readonly clock: Clock
  readonly locale: Locale
  /**
   * Runs `work` in one transaction as the application role with tenant and unit scope set, so that
   * row-level security supplies the filter. Throws roll back. A nested call is an error.
   */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Hands an event to the modules that listen; they run in `tx`, and their failure rolls it back. */
  emit(tx: Tx, event: Event): Promise<void>
}

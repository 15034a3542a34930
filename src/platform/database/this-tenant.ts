import { type RawBuilder, sql } from 'kysely'

/** Stands in a statement where the tenant of the transaction will stand once it is sent (`TenantFilter`). */
export const THIS_TENANT = Symbol('the tenant of this transaction')

/**
 * The tenant of the transaction as a parameter, for SQL that is written by hand: `where item.tenant_id = ${thisTenant}`.
 *
 * Every table of a tenant that a statement names is narrowed by it, in every subquery by itself: row-level security
 * would hide the rest anyway, but Citus looks at the statement alone when it decides which machine to ask (decision 32).
 */
export const thisTenant: RawBuilder<string> = sql<string>`${THIS_TENANT}::uuid`

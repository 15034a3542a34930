import type { Clock } from '../../src/kernel/clock.ts'
import type { Context } from '../../src/kernel/context.ts'
import type { Database } from '../../src/platform/database/index.ts'
import type { QuarterdeckServer } from '../../src/platform/http/index.ts'
import type { Tenant } from '../../src/platform/tenants/index.ts'

/** The city that is attacked: what a test city and one of the bench's own have in common. */
export interface FuzzCity {
  readonly database: Database
  readonly tenant: Tenant
  readonly clock: Clock
  asSystem(): Context
  /** In this process and without a port: for signing people in. */
  http(): Promise<QuarterdeckServer>
}

/** Where the attacked server listens, and what it said of errors that nobody foresaw. */
export interface Attacked {
  readonly address: string
  /** What has been told since it was asked last. */
  unexpected(): string[]
}

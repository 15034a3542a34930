import { AsyncLocalStorage } from 'node:async_hooks'
import { Kysely, type Logger } from 'kysely'
import type pg from 'pg'
import type { Tx } from '../../kernel/context.ts'
import type { FieldCipher } from '../field-cipher.ts'
import type { FileStore } from '../files/file-store.ts'
import type { HashAlgorithm } from '../journal/hash-algorithm.ts'
import { type Anchors, createAnchors } from './anchors.ts'
import { openPool } from './open-pool.ts'
import { type Flow, runTransactions } from './run-transactions.ts'
import { ScopedDialect } from './scoped-driver.ts'
import { type SlowQueries, slowQueryLog } from './slow-query-log.ts'
import { type StandbyOptions, type Standbys, watchStandbys } from './standbys.ts'
import { TenantFilter } from './tenant-filter.ts'
import type { TenantScope } from './tenant-scope.ts'
import type { Trail } from './trail.ts'

export interface DatabaseOptions {
  /** `postgres://user:password@host:port/name` of a PostgreSQL ≥ 15. */
  url: string
  /** Keys the journal; kept outside the database (`loadSecret`). */
  secret: Buffer
  poolSize?: number
  /** Where it is remembered how far each journal has reached, `.data/journal-anchors.json`; in memory without it. */
  anchorFile?: string
  /** Where handed-in files are kept; without it `filesOf` fails. */
  files?: FileStore
  /** By which algorithm new entries of the journal are hashed; SHA-256 without it. */
  journalHash?: HashAlgorithm
  /** By which cipher fields are sealed from now on; AES-256-GCM without it. */
  fieldCipher?: FieldCipher
  /** Told of queries that took long; without it nobody is. */
  slowQueries?: SlowQueries
  /** Where reads may go that tolerate it; without them all go to the primary. */
  standbys?: StandbyOptions | undefined
  /** Told of each statement of a tenant's transaction as it was sent; without it nobody is. */
  statements?: (sql: string, parameters: readonly unknown[]) => void
}

export interface Database {
  readonly url: string
  readonly secret: Buffer
  readonly anchors: Anchors
  readonly files: FileStore | undefined
  readonly journalHash: HashAlgorithm
  readonly fieldCipher: FieldCipher
  /** As the role that owns the tables, past row-level security: for migrations and tenants only. */
  readonly owner: Kysely<Record<never, never>>
  /**
   * One transaction as `quarterdeck_app` inside one tenant. Throws roll back; a call inside another
   * transaction of the same flow is an error, because it would wait for a second connection. With a `trail` that allows
   * it on a standby. `work` is run once more when the connection is lost before it has done anything.
   */
  forTenant<T>(scope: TenantScope, work: (tx: Tx) => Promise<T>, trail?: Trail): Promise<T>
  /** Undefined when the installation has none. */
  readonly standbys: Standbys | undefined
  /** Runs once the transaction of the current flow has committed; never when it rolls back. */
  afterCommit(action: () => void): void
  /** How many connections there are, do nothing, and are waited for. */
  pool(): { total: number; idle: number; waiting: number }
  close(): Promise<void>
}

/** Opens a pool. Connects lazily: the first query finds out whether the server is there. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const {
    url,
    secret,
    poolSize = 10,
    anchorFile,
    files,
    journalHash = 'sha256',
    fieldCipher = 'aes-256-gcm',
  } = options
  const anchors = createAnchors(anchorFile)
  const flow = new AsyncLocalStorage<Flow>()
  const told = () => flow.getStore()?.told
  const openKysely = (pool: pg.Pool) =>
    new Kysely<Record<never, never>>({
      dialect: new ScopedDialect({ pool }, flow),
      plugins: [new TenantFilter(() => flow.getStore()?.tenantId)],
      log: tellOf(options, () => flow.getStore()),
    })
  const pool = openPool({ url, size: poolSize, told, isStandby: false })
  const owner = openKysely(pool)
  const standbys = options.standbys?.urls.length ? watch(options.standbys) : undefined
  const forTenant = runTransactions({ primary: owner, standbys, flow })

  function watch(wanted: StandbyOptions): Standbys {
    const primary = openPool({ url, size: 1, told: () => undefined, isStandby: false })
    const pools = wanted.urls.map((each) => openPool({ url: each, size: poolSize, told, isStandby: true }))
    return watchStandbys(wanted, {
      primary,
      standbys: pools.map((each) => ({ pool: each, kysely: openKysely(each) })),
    })
  }

  function afterCommit(action: () => void): void {
    const state = flow.getStore()
    if (!state) throw new Error('afterCommit is called inside a transaction')
    state.afterCommit.push(action)
  }

  const state = () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount })

  async function close(): Promise<void> {
    anchors.flush()
    await standbys?.close()
    await owner.destroy()
  }

  return {
    url,
    secret,
    anchors,
    files,
    journalHash,
    fieldCipher,
    owner,
    forTenant,
    standbys,
    afterCommit,
    pool: state,
    close,
  }
}

function tellOf({ slowQueries, statements }: DatabaseOptions, flow: () => Flow | undefined): Logger {
  const tellSlow = slowQueries && slowQueryLog(slowQueries, () => flow()?.requestId)
  return (event) => {
    tellSlow?.(event)
    if (statements && flow()) statements(event.query.sql, event.query.parameters)
  }
}

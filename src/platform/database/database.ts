import { AsyncLocalStorage } from 'node:async_hooks'
import { Kysely, type Logger } from 'kysely'
import pg from 'pg'
import type { Tx } from '../../kernel/context.ts'
import type { FileStore } from '../files/file-store.ts'
import type { FieldCipher } from '../field-cipher.ts'
import type { HashAlgorithm } from '../journal/hash-algorithm.ts'
import { type Anchors, createAnchors } from './anchors.ts'
import { ScopedDialect } from './scoped-driver.ts'
import { type SlowQueries, slowQueryLog } from './slow-query-log.ts'
import { TenantFilter } from './tenant-filter.ts'
import { ALL_UNITS, type TenantScope } from './tenant-scope.ts'
import { typeParsers } from './type-parsers.ts'

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
  /** Told of each statement of a tenant's transaction as it was sent; without it nobody is. */
  statements?: (sql: string) => void
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
   * transaction of the same flow is an error, because it would wait for a second connection.
   */
  forTenant<T>(scope: TenantScope, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Runs once the transaction of the current flow has committed; never when it rolls back. */
  afterCommit(action: () => void): void
  /** How many connections there are, do nothing, and are waited for. */
  pool(): { total: number; idle: number; waiting: number }
  close(): Promise<void>
}

/** For a connection that is free as well as for a new one. */
const CONNECT_WITHIN_MS = 10_000

/** What the statements of one transaction need to know of it. */
interface Flow {
  tenantId: string
  opening: string
  requestId?: string
  afterCommit: (() => void)[]
}

/** Opens a pool. Connects lazily: the first query finds out whether the server is there. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { url, secret, poolSize = 10, anchorFile, files, journalHash = 'sha256' } = options
  const { fieldCipher = 'aes-256-gcm' } = options
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    // A database that is gone without a word is told as away, instead of every request waiting for it for ever.
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    types: typeParsers,
    // The parsers read ISO dates; days and instants must not depend on the server's settings.
    options: '-c DateStyle=ISO -c TimeZone=UTC',
    application_name: 'quarterdeck',
  })
  // An idle connection that the server ends is replaced by the next query; without a listener it ends us.
  pool.on('error', () => {})
  // So does one that is in use and waits for something else, a mail server say; its next query tells.
  pool.on('connect', (client) => client.on('error', () => {}))
  const anchors = createAnchors(anchorFile)
  const flow = new AsyncLocalStorage<Flow>()
  const owner = new Kysely<Record<never, never>>({
    dialect: new ScopedDialect({ pool }, flow),
    plugins: [new TenantFilter(() => flow.getStore()?.tenantId)],
    log: tellOf(options, () => flow.getStore()),
  })

  async function forTenant<T>(scope: TenantScope, work: (tx: Tx) => Promise<T>): Promise<T> {
    if (flow.getStore()) throw new Error('A transaction inside a transaction: pass `tx` on instead')
    const { tenantId, requestId } = scope
    const state = { tenantId, opening: enterTenant(scope), requestId, afterCommit: [] as (() => void)[] }
    const result = await flow.run(state, () => owner.transaction().execute(work))
    for (const action of state.afterCommit) action()
    return result
  }

  function afterCommit(action: () => void): void {
    const state = flow.getStore()
    if (!state) throw new Error('afterCommit is called inside a transaction')
    state.afterCommit.push(action)
  }

  const state = () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount })

  async function close(): Promise<void> {
    anchors.flush()
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
    afterCommit,
    pool: state,
    close,
  }
}

function tellOf({ slowQueries, statements }: DatabaseOptions, flow: () => Flow | undefined): Logger {
  const tellSlow = slowQueries && slowQueryLog(slowQueries, () => flow()?.requestId)
  return (event) => {
    tellSlow?.(event)
    if (statements && flow()) statements(event.query.sql)
  }
}

/** Goes with `begin` in one round trip; `true` makes every setting end with the transaction. */
function enterTenant(scope: TenantScope): string {
  const unitIds = scope.unitIds ?? ALL_UNITS
  const units = unitIds === ALL_UNITS ? ALL_UNITS : unitIds.join(',').toLowerCase()
  const settings: Record<string, string> = {
    role: 'quarterdeck_app',
    'quarterdeck.tenant_id': scope.tenantId,
    'quarterdeck.actor_id': scope.actorId ?? '',
    'quarterdeck.request_id': scope.requestId ?? '',
    'quarterdeck.unit_ids': units,
    'quarterdeck.any_permissions': `,${(scope.anyPermissions ?? []).join(',')},`,
    // Sign-in, loading and the journal belong to nobody who holds permissions.
    'quarterdeck.scope': scope.unitIds === undefined ? 'tenant' : 'actor',
  }
  for (const [permission, held] of Object.entries(scope.unitsByPermission ?? {})) {
    // A setting's name takes no hyphen; platform.unit_visible(unit, permission) writes it the same way.
    settings[`quarterdeck.units.${permission.replaceAll('-', '_')}`] = held.join(',').toLowerCase()
  }
  const calls = Object.entries(settings).map(
    ([name, value]) => `set_config('${name}', ${pg.escapeLiteral(value)}, true)`,
  )
  return `select ${calls.join(', ')}`
}

import { type Kysely, sql } from 'kysely'
import { conflict, invalid } from '../../../kernel/errors.ts'
import type { Module } from '../../module.ts'
import type { Database } from '../database.ts'
import { REFERENCE_TABLES } from '../reference-tables.ts'
import { readLayout } from './layout.ts'
import { ANCHOR, COORDINATOR_ONLY, planDistribution, type Step } from './plan-distribution.ts'
import { prepareMachines } from './prepare-machines.ts'

type Connection = Kysely<Record<never, never>>

export interface Distributed {
  readonly version: string
  readonly workers: number
  /** What was distributed now; empty when nothing was left to do. */
  readonly tables: readonly string[]
  readonly referenceTables: readonly string[]
  readonly statements: number
}

/** Any number but those of the migrations: one distributes, the others wait. */
const LOCK = 7_116_204_003

/** Takes grants on columns, by which the application may change these only (citusdata/citus, pull request 7918). */
const OLDEST_CITUS = [13, 1] as const

/**
 * Spreads every table of tenants that is not distributed yet over the machines of a Citus cluster, all of them or none:
 * it is one transaction. Run again it does what later migrations have left to do, or nothing.
 *
 * @throws `platform.citus-absent`, `platform.citus-too-old`, `platform.citus-no-workers`, `platform.citus-other-column`,
 * `platform.citus-failed` with the statement
 */
export async function distribute(database: Database, modules: readonly Module[]): Promise<Distributed> {
  const version = await findCitus(database.owner)
  if (version === undefined) throw invalid('platform.citus-absent')
  if (isTooOld(version)) throw invalid('platform.citus-too-old', { version })
  const workers = await countWorkers(database.owner)
  if (workers === 0) throw conflict('platform.citus-no-workers')
  await prepareMachines(database.owner)
  return database.owner.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx)
    const { tables, referenceTables, steps } = await readPlan(tx, modules, await listDistributed(tx))
    for (const statement of steps.flatMap((step) => step.statements)) await run(tx, statement)
    const statements = steps.reduce((sum, step) => sum + step.statements.length, 0)
    return { version, workers, tables, referenceTables, statements: tables.length === 0 ? 0 : statements }
  })
}

/** What would be done to a database where `distributed` stands already. */
export async function readPlan(
  connection: Connection,
  modules: readonly Module[],
  distributed: readonly string[],
): Promise<{ tables: readonly string[]; referenceTables: readonly string[]; steps: readonly Step[] }> {
  const all = Object.keys(
    Object.assign({}, REFERENCE_TABLES, ...modules.map((module) => module.referenceTables)),
  )
  const referenceTables = all.filter(
    (table) => !COORDINATOR_ONLY.includes(table) && !distributed.includes(table),
  )
  const layout = await readLayout(connection, { referenceTables: all, done: distributed })
  const isDone = layout.tables.length === 0 && referenceTables.length === 0
  return {
    tables: layout.tables,
    referenceTables,
    steps: isDone ? [] : planDistribution(layout, referenceTables),
  }
}

/** Whether the tables of this database are spread already, so that new ones must follow. */
export async function isDistributed(connection: Connection): Promise<boolean> {
  if ((await findCitus(connection)) === undefined) return false
  const { rows } = await sql`select from pg_dist_partition
    where logicalrelid = to_regclass(${ANCHOR})`.execute(connection)
  return rows.length > 0
}

/** The version of the extension; undefined when the database does not have it. */
export async function findCitus(connection: Connection): Promise<string | undefined> {
  const query = sql<{
    version: string
  }>`select extversion as version from pg_extension where extname = 'citus'`
  return (await query.execute(connection)).rows[0]?.version
}

/** `13.2-1` is 13.2. */
function isTooOld(version: string): boolean {
  const [major = 0, minor = 0] = version.split(/[.-]/).map(Number)
  return major < OLDEST_CITUS[0] || (major === OLDEST_CITUS[0] && minor < OLDEST_CITUS[1])
}

async function countWorkers(connection: Connection): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from pg_dist_node
    where isactive and noderole = 'primary' and shouldhaveshards`.execute(connection)
  return rows[0]!.count
}

/** @throws `platform.citus-other-column` */
async function listDistributed(connection: Connection): Promise<string[]> {
  const { rows } = await sql<{ name: string; column: string | null }>`
    select format('%I.%I', nspname, relname) as name,
      case when partmethod = 'h' then column_to_column_name(logicalrelid, partkey) end as "column"
    from pg_dist_partition join pg_class on pg_class.oid = logicalrelid
      join pg_namespace on pg_namespace.oid = relnamespace
    where not relispartition order by 1`.execute(connection)
  const wrong = rows.filter(({ column }) => column !== null && column !== 'tenant_id').map(({ name }) => name)
  if (wrong.length > 0) throw conflict('platform.citus-other-column', { tables: wrong.join(', ') })
  return rows.map(({ name }) => name)
}

async function run(connection: Connection, statement: string): Promise<void> {
  try {
    await sql.raw(statement).execute(connection)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw invalid('platform.citus-failed', { statement, reason })
  }
}

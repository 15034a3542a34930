import type { AsyncLocalStorage } from 'node:async_hooks'
import {
  CompiledQuery,
  type DatabaseConnection,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
} from 'kysely'
import { openingStatements } from './opening-statements.ts'

/** A dialect whose transactions begin with the statements of the flow that they run in, in the same round trip. */
export class ScopedDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig
  readonly #flow: AsyncLocalStorage<{ readonly opening: string }>

  constructor(config: PostgresDialectConfig, flow: AsyncLocalStorage<{ readonly opening: string }>) {
    super(config)
    this.#config = config
    this.#flow = flow
  }

  override createDriver(): PostgresDriver {
    return new ScopedDriver(this.#config, this.#flow)
  }
}

class ScopedDriver extends PostgresDriver {
  readonly #flow: AsyncLocalStorage<{ readonly opening: string }>
  #isCitus: boolean | undefined

  constructor(config: PostgresDialectConfig, flow: AsyncLocalStorage<{ readonly opening: string }>) {
    super(config)
    this.#flow = flow
  }

  override async beginTransaction(
    connection: DatabaseConnection,
    settings: Parameters<PostgresDriver['beginTransaction']>[1],
  ): Promise<void> {
    const opening = this.#flow.getStore()?.opening
    if (opening === undefined) return super.beginTransaction(connection, settings)
    try {
      this.#isCitus ??= await isCitus(connection)
      const statements = this.#isCitus ? openingStatements(opening) : [`begin; ${opening}`]
      for (const statement of statements) await connection.executeQuery(CompiledQuery.raw(statement))
    } catch (error) {
      // It may have begun: the connection must not go back to the pool inside a transaction.
      await this.rollbackTransaction(connection as Parameters<PostgresDriver['rollbackTransaction']>[0])
      throw error
    }
  }
}

/** Asked once: an installation does not become a cluster while it runs. */
async function isCitus(connection: DatabaseConnection): Promise<boolean> {
  const { rows } = await connection.executeQuery(
    CompiledQuery.raw(`select from pg_extension where extname = 'citus'`),
  )
  return rows.length > 0
}

import pg from 'pg'
import { type LogPosition, parsePosition } from './log-position.ts'

/** What a transaction of the flow wants to be told on its way in and out. */
export interface Told {
  /** The first row of what follows `begin`; throwing refuses the transaction. */
  opened?(row: pg.QueryResultRow): void
  /** Only after a commit that wrote something. */
  wrote?(end: LogPosition): void
}

/** One round trip. The position is asked after the commit, so it is behind it. */
const COMMIT = `select pg_current_xact_id_if_assigned() is not null as wrote; commit; select pg_current_wal_insert_lsn()::text as "end"`

/** Reported by the server as the connection opens, without a question (PostgreSQL ≥ 14, GUC_REPORT). */
const STANDBY = 'in_hot_standby'

/** A client that answers Kysely's `begin; …` and `commit` as ever, and reads what else comes with them. */
export function toldClient(told: () => Told | undefined): typeof pg.Client {
  return class ToldClient extends pg.Client {
    isOnStandby = false

    constructor(config?: string | pg.ClientConfig) {
      super(config)
      const { connection } = this as unknown as { connection: NodeJS.EventEmitter }
      connection.on('parameterStatus', (message: { parameterName: string; parameterValue: string }) => {
        if (message.parameterName === STANDBY) this.isOnStandby = message.parameterValue === 'on'
      })
    }

    // biome-ignore lint/suspicious/noExplicitAny: the overloads of pg are told by its own types
    override query(...args: any[]): any {
      const [text] = args
      const { opened, wrote } = (typeof text === 'string' && told()) || {}
      if (opened && text.startsWith('begin; ')) return this.#open(args, opened)
      if (wrote && text === 'commit') return this.#commit(wrote)
      return (super.query as (...args: unknown[]) => unknown)(...args)
    }

    async #open(args: unknown[], opened: NonNullable<Told['opened']>): Promise<pg.QueryResult> {
      const results = (await (super.query as (...args: unknown[]) => unknown)(...args)) as pg.QueryResult[]
      opened(results[1]!.rows[0])
      return results[0]!
    }

    async #commit(wrote: NonNullable<Told['wrote']>): Promise<pg.QueryResult> {
      const [before, committed, after] = (await super.query(COMMIT)) as unknown as pg.QueryResult[]
      const end = parsePosition(after!.rows[0].end)
      if (before!.rows[0].wrote && end !== undefined) wrote(end)
      return committed!
    }
  }
}

/** For the pool's `verify`: a primary's address that leads to a standby, as after a failover, is not written to. */
export function refuseStandby(client: pg.PoolClient, done: (error?: Error) => void): void {
  const { isOnStandby } = client as unknown as { isOnStandby?: boolean }
  const error = isOnStandby ? Object.assign(new Error('This is a standby'), { code: '25006' }) : undefined
  done(error)
}

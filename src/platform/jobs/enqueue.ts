import { sql } from 'kysely'
import type { Context, Tx } from '../../kernel/context.ts'
import { modulesOf } from '../database/index.ts'

export interface EnqueueOptions {
  /** A name that a module declares in `jobs`: `ledger.remind`. */
  job: string
  /** JSON; ids rather than content, so that what the job does follows what is there when it runs. */
  payload?: unknown
  /** Not before this instant; without it as soon as the transaction has committed. */
  runAt?: Date
  /** A waiting job of the same name and key in this tenant is replaced instead of joined by a second one. */
  key?: string
  /** How often it is tried before it counts as failed; 25 tries with back-off are four days. */
  maxAttempts?: number
}

/**
 * Adds a job for the tenant of the transaction. It exists if and only if the transaction commits.
 * @throws Error for a name that no module declares: nobody would ever run it
 */
export async function enqueue(tx: Tx, ctx: Context, options: EnqueueOptions): Promise<void> {
  const { job, payload = {}, runAt, key, maxAttempts } = options
  if (!modulesOf(ctx).some((module) => module.jobs?.[job])) {
    throw new Error(`Job "${job}" stands in no module's \`jobs\``)
  }
  // The clocks of two machines differ: what is due now must be due by the server's clock too.
  const dueAt = runAt ? sql`${runAt}::timestamptz` : sql`least(now(), ${ctx.clock.now()}::timestamptz)`
  await sql`select platform.enqueue_job(
    ${job}, ${JSON.stringify(payload)}::json, ${dueAt}, ${key ?? null}, ${maxAttempts ?? null}::integer
  )`.execute(tx)
}

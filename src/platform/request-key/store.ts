import { sql } from 'kysely'
import type { Context, Tx } from '../../kernel/context.ts'
import type { RequestClaim } from './claim.ts'

/** A key is good for a day, as long as a screen may stand open and be sent again. */
const HOURS = 24

const EXPIRED_AT_ONCE = 50

export interface KeptAnswer {
  fingerprint: string
  /** Null when the write stands and its answer was not kept. */
  status: number | null
  answer: string | null
}

const oldest = (ctx: Context) => new Date(ctx.clock.now().getTime() - HOURS * 3_600_000)

export async function findKeptAnswer(tx: Tx, ctx: Context, key: string): Promise<KeptAnswer | undefined> {
  const { rows } = await sql<KeptAnswer>`
    select fingerprint, status, answer from request_key.kept_answer
    where tenant_id = ${ctx.tenantId} and actor_id = ${ctx.actor.userId} and key = ${key}
      and at > ${oldest(ctx)}`.execute(tx)
  return rows[0]
}

/** Takes a key; of two requests that bring it at once the second waits for the first. False when it is taken. */
export async function insertClaim(tx: Tx, ctx: Context, claim: RequestClaim): Promise<boolean> {
  const { rows } = await sql`
    insert into request_key.kept_answer as kept (tenant_id, actor_id, key, fingerprint, request_id, at)
    values (${ctx.tenantId}, ${ctx.actor.userId}, ${claim.key}, ${claim.fingerprint}, ${claim.requestId}, ${ctx.clock.now()})
    on conflict (tenant_id, actor_id, key) do update
      set fingerprint = excluded.fingerprint, request_id = excluded.request_id, at = excluded.at,
        status = null, answer = null
      where kept.request_id = excluded.request_id or kept.at <= ${oldest(ctx)}
    returning key`.execute(tx)
  return rows.length === 1
}

/**
 * Keeps what was answered, also of a write that journals nothing, and lets go of what is too old. Not waited for on the
 * disk: an answer that is lost with the machine is told as lost, the write itself is not.
 */
export async function saveAnswer(
  tx: Tx,
  ctx: Context,
  kept: RequestClaim & { status: number; answer: string | null },
): Promise<void> {
  const { key, fingerprint, requestId, status, answer } = kept
  await sql`set local synchronous_commit = off`.execute(tx)
  await sql`
    insert into request_key.kept_answer as kept (tenant_id, actor_id, key, fingerprint, request_id, at, status, answer)
    values (${ctx.tenantId}, ${ctx.actor.userId}, ${key}, ${fingerprint}, ${requestId}, ${ctx.clock.now()}, ${status}, ${answer})
    on conflict (tenant_id, actor_id, key) do update
      set status = excluded.status, answer = excluded.answer
      where kept.request_id = excluded.request_id`.execute(tx)
  await sql`
    delete from request_key.kept_answer where (tenant_id, actor_id, key) in (
      select tenant_id, actor_id, key from request_key.kept_answer
      where tenant_id = ${ctx.tenantId} and at <= ${oldest(ctx)}
      order by at limit ${EXPIRED_AT_ONCE} for update skip locked
    ) and tenant_id = ${ctx.tenantId}`.execute(tx)
}

import { createHmac } from 'node:crypto'
import type { FastifyRateLimitStore, FastifyRateLimitStoreCtor } from '@fastify/rate-limit'
import { sql } from 'kysely'
import type { Database } from '../database/index.ts'

type Told = Parameters<FastifyRateLimitStore['incr']>[1]

interface Count {
  current: number
  /** Milliseconds until it begins again. */
  ttl: number
}

interface OfRoute {
  routeInfo?: { method?: unknown; url?: unknown }
}

/**
 * Where requests are counted so that all processes on one database count together. A bucket that is over its limit is
 * remembered here until it begins again: a flood from one address costs the database no more than the limit.
 */
export function rateCounts(database: Database): FastifyRateLimitStoreCtor {
  return class RateCounts implements FastifyRateLimitStore {
    readonly #route: string
    readonly #full = new Map<string, number>()

    constructor(options: object = {}) {
      const { routeInfo } = options as OfRoute
      this.#route = `${routeInfo?.method ?? ''} ${routeInfo?.url ?? ''}`
    }

    child(options: object): RateCounts {
      return new RateCounts(options)
    }

    incr(key: string, tell: Told, timeWindow: number, max: number): void {
      this.#count(key, timeWindow, max).then(
        (count) => tell(null, count),
        (error: Error) => tell(error),
      )
    }

    async #count(key: string, timeWindow: number, max: number): Promise<Count> {
      const bucket = createHmac('sha256', database.secret).update(`${this.#route}\n${key}`).digest('base64')
      const now = performance.now()
      const until = this.#full.get(bucket) ?? 0
      if (until > now) return { current: max + 1, ttl: until - now }
      this.#full.delete(bucket)
      const count = await countOnce(database, bucket, timeWindow)
      if (count.current > max) {
        this.#full.set(bucket, now + count.ttl)
        for (const [old, end] of this.#full) if (end <= now) this.#full.delete(old)
      }
      return count
    }
  }
}

/** Also clears a few buckets that nobody has counted in for long. */
async function countOnce(database: Database, bucket: string, windowMs: number): Promise<Count> {
  const { rows } = await sql<Count>`
    with gone as (
      delete from platform.rate_count where bucket in (
        select bucket from platform.rate_count where began_at < now() - interval '1 hour' and bucket <> ${bucket}
        limit 5 for update skip locked
      )
    )
    insert into platform.rate_count as counted (bucket, began_at, count) values (${bucket}, now(), 1)
    on conflict (bucket) do update set
      count = case when counted.began_at + ${windowMs} * interval '1 millisecond' <= now() then 1
        else counted.count + 1 end,
      began_at = case when counted.began_at + ${windowMs} * interval '1 millisecond' <= now() then now()
        else counted.began_at end
    returning count as current,
      greatest(0, extract(epoch from began_at - now()) * 1000 + ${windowMs})::float8 as ttl`.execute(
    database.owner,
  )
  return rows[0]!
}

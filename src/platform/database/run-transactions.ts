import type { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { Tx } from '../../kernel/context.ts'
import { enterTenant } from './enter-tenant.ts'
import { isAway } from './is-away.ts'
import { laterOf } from './log-position.ts'
import { StandbyBehind, type Standbys } from './standbys.ts'
import type { TenantScope } from './tenant-scope.ts'
import type { Told } from './told-client.ts'
import type { Trail } from './trail.ts'

/** What the statements of one transaction need to know of it. */
export interface Flow {
  tenantId: string
  opening: string
  requestId?: string
  afterCommit: (() => void)[]
  told?: Told | undefined
}

interface Places {
  primary: Kysely<Record<never, never>>
  standbys: Standbys | undefined
  flow: AsyncLocalStorage<Flow>
}

interface Attempt {
  /** `work` has been called: it may have asked, or told somebody something. */
  hasBegun: boolean
  /** `work` has ended: what comes then is the commit, and nobody knows whether it happened. */
  isDone: boolean
}

/** A server that restarts takes connections again soon; the end of a failover is not waited for. */
const ONCE_MORE_AFTER_MS = 250
/** Who has waited longer is told at once that the database is away. */
const ONCE_MORE_WITHIN_MS = 2000

/** `Database.forTenant`: on a standby where the trail allows it, otherwise on the primary. */
export function runTransactions({ primary, standbys, flow }: Places) {
  async function run<T>(
    on: Kysely<Record<never, never>>,
    state: Omit<Flow, 'afterCommit'>,
    work: (tx: Tx) => Promise<T>,
  ): Promise<T> {
    const full: Flow = { ...state, afterCommit: [] }
    const result = await flow.run(full, () => on.transaction().execute(work))
    for (const action of full.afterCommit) action()
    return result
  }

  async function onPrimary<T>(scope: TenantScope, work: (tx: Tx) => Promise<T>, trail?: Trail): Promise<T> {
    const { tenantId, requestId } = scope
    const told: Told | undefined =
      trail && standbys
        ? { wrote: (end) => void Object.assign(trail, { written: laterOf(trail.written, end) }) }
        : undefined
    const state = { tenantId, requestId, opening: enterTenant(scope), told }
    const attempt: Attempt = { hasBegun: false, isDone: false }
    const began = performance.now()
    try {
      return await run(primary, state, async (tx) => {
        attempt.hasBegun = true
        const result = await work(tx)
        attempt.isDone = true
        return result
      })
    } catch (error) {
      const isHarmless = !attempt.hasBegun || (trail?.isRead && !attempt.isDone)
      if (!isHarmless || !isAway(error) || performance.now() - began > ONCE_MORE_WITHIN_MS) throw error
    }
    await sleep(ONCE_MORE_AFTER_MS)
    return run(primary, state, work)
  }

  return async function forTenant<T>(
    scope: TenantScope,
    work: (tx: Tx) => Promise<T>,
    trail?: Trail,
  ): Promise<T> {
    if (flow.getStore()) throw new Error('A transaction inside a transaction: pass `tx` on instead')
    const chosen = trail && standbys?.choose(trail)
    if (chosen && standbys) {
      const { standby, opening, told } = chosen
      const state = { tenantId: scope.tenantId, requestId: scope.requestId, told }
      try {
        const answer = await run(
          standby.kysely,
          { ...state, opening: `${opening}${enterTenant(scope)}` },
          work,
        )
        standbys.count('standby')
        return answer
      } catch (error) {
        // Whatever it was, even "not found": it may be the standby's doing, and asking again where all stands is cheap.
        standbys.count(error instanceof StandbyBehind ? 'behind' : isAway(error) ? 'away' : 'repeated')
      }
    }
    if (trail) trail.place = 'primary'
    return onPrimary(scope, work, trail)
  }
}

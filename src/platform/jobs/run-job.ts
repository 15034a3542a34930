import { z } from 'zod'
import type { Clock } from '../../kernel/clock.ts'
import { createContext, type Database, systemActor } from '../database/index.ts'
import type { JobRun, Module } from '../module.ts'
import type { Metrics } from '../operations/index.ts'
import { safeReason } from './safe-reason.ts'

/** What platform.enqueue_job puts around the payload. */
const Envelope = z.object({ tenantId: z.uuid(), payload: z.unknown(), requestId: z.string().nullish() })

export interface JobWorld {
  database: Database
  modules: readonly Module[]
  clock: Clock
  /** Told of each try. */
  metrics?: Metrics
}

/**
 * Runs the handler of one job in the tenant that enqueued it, as the installation itself.
 * @throws Error with a reason that may be kept and logged; the original is not passed on, it may hold secrets
 */
export async function runJob(
  world: JobWorld,
  job: { name: string; envelope: unknown; run: JobRun },
): Promise<void> {
  const { database, modules, clock } = world
  const handler = modules.find((module) => module.jobs?.[job.name])?.jobs?.[job.name]
  let requestId: string | null | undefined
  try {
    if (!handler) throw new Error(`Job "${job.name}" stands in no module's \`jobs\``)
    const envelope = Envelope.parse(job.envelope)
    const { tenantId, payload } = envelope
    requestId = envelope.requestId
    const actor = systemActor(modules)
    const ctx = createContext({
      database,
      tenantId,
      actor,
      clock,
      locale: 'zh-CN',
      modules,
      requestId: requestId ?? undefined,
    })
    await handler(ctx, payload, job.run)
  } catch (error) {
    const reason = safeReason(error)
    throw new Error(requestId ? `${reason} (request ${requestId})` : reason)
  }
}

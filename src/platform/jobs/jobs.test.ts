import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { systemClock } from '../../kernel/clock.ts'
import type { Context } from '../../kernel/context.ts'
import { createContext, systemActor } from '../database/index.ts'
import type { JobHandler, Module } from '../module.ts'
import { createTenant } from '../tenants/index.ts'
import { openTestCity, type TestCity } from '../testing/index.ts'
import { cronItems, enqueueForTenants } from './cron.ts'
import { enqueue, listFailedJobs, startWorker, type Worker } from './index.ts'
import { holdPoolLock } from './pool-lock.ts'

let city: TestCity
let worker: Worker | undefined
const logged: { details: object; message: string }[] = []
beforeEach(async () => {
  city = await openTestCity()
  logged.length = 0
})
afterEach(async () => {
  await worker?.stop()
  worker = undefined
  await city.close()
})

const room = (handler: JobHandler, more: Partial<Module> = {}): Module => ({
  name: 'room',
  layer: 'records',
  dependsOn: [],
  jobs: { 'room.do': handler },
  ...more,
})

function contextOf(modules: readonly Module[], tenantId = city.tenant.id): Context {
  const clock = systemClock()
  return createContext({
    database: city.database,
    tenantId,
    actor: systemActor(modules),
    clock,
    locale: 'en',
    modules,
  })
}

function work(modules: readonly Module[], deadAfterMs = 15_000): Worker {
  const log = (details: object, message: string) => void logged.push({ details, message })
  const logger = { error: log, warn: log }
  return startWorker({ database: city.database, modules, clock: systemClock(), logger, deadAfterMs })
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(20)
}

const countJobs = async () => {
  const { rows } = await sql<{ count: number }>`select count(*) from graphile_worker._private_jobs`.execute(
    city.database.owner,
  )
  return rows[0]!.count
}

describe('a job', () => {
  it('is done once, in the tenant that enqueued it, as the installation itself', async () => {
    const seen: unknown[] = []
    const modules = [room(async (ctx, payload) => void seen.push([ctx.tenantId, ctx.actor.name, payload]))]
    const ctx = contextOf(modules)
    worker = work(modules)
    await ctx.transaction((tx) => enqueue(tx, ctx, { job: 'room.do', payload: { id: 7 } }))
    await until(async () => seen.length > 0 && (await countJobs()) === 0)
    expect(seen).toEqual([[city.tenant.id, 'quarterdeck', { id: 7 }]])
  })

  it('does not exist when the transaction rolls back', async () => {
    const modules = [room(async () => {})]
    const ctx = contextOf(modules)
    const failing = ctx.transaction(async (tx) => {
      await enqueue(tx, ctx, { job: 'room.do' })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await countJobs()).toBe(0)
  })

  it('is replaced by one of the same key, not of another tenant’s', async () => {
    const modules = [room(async () => {})]
    const other = await createTenant(city.database, { key: 'other', name: 'Other', pack: 'riverport' })
    const runAt = new Date('2100-01-01T00:00:00Z')
    for (const ctx of [contextOf(modules), contextOf(modules), contextOf(modules, other.id)]) {
      await ctx.transaction((tx) => enqueue(tx, ctx, { job: 'room.do', key: 'same', runAt }))
    }
    expect(await countJobs()).toBe(2)
  })

  it('is refused under a name that no module declares', async () => {
    const ctx = contextOf([room(async () => {})])
    await expect(ctx.transaction((tx) => enqueue(tx, ctx, { job: 'room.go' }))).rejects.toThrow('room.go')
  })

  it('cannot be enqueued outside a tenant, nor seen or taken by the application role', async () => {
    const { database } = city
    const asApp = (statement: string) =>
      database.owner.transaction().execute(async (tx) => {
        await sql`set local role quarterdeck_app`.execute(tx)
        await sql.raw(statement).execute(tx)
      })
    await expect(asApp(`select platform.enqueue_job('room.do', '{}', null, null, null)`)).rejects.toThrow(
      'belongs to a tenant',
    )
    await expect(asApp('select * from graphile_worker._private_jobs')).rejects.toThrow('permission denied')
    await expect(asApp(`select graphile_worker.add_job('room.do')`)).rejects.toThrow('permission denied')
  })

  it('that fails is tried again, and at last listed with a reason that holds no secret', async () => {
    let tries = 0
    const modules = [
      room(async () => {
        tries += 1
        throw new Error('cannot reach smtp://clerk:hunter22@mail.invalid, token=abc123')
      }),
    ]
    const ctx = contextOf(modules)
    worker = work(modules)
    await ctx.transaction((tx) => enqueue(tx, ctx, { job: 'room.do', maxAttempts: 2 }))
    await until(async () => (await listFailedJobs(city.database)).length > 0)
    const [failed] = await listFailedJobs(city.database)
    expect(tries).toBe(2)
    expect(failed).toMatchObject({ job: 'room.do', tenantId: city.tenant.id, attempts: 2 })
    expect(failed!.reason).toContain('mail.invalid')
    expect(logged.length).toBeGreaterThan(0)
    expect(JSON.stringify([failed, logged])).not.toMatch(/hunter22|abc123/)
  })
})

describe('the worker', () => {
  it('goes on after the database has dropped every connection', async () => {
    const seen: unknown[] = []
    const modules = [room(async (_, payload) => void seen.push(payload))]
    const ctx = contextOf(modules)
    worker = work(modules)
    await ctx.transaction((tx) => enqueue(tx, ctx, { job: 'room.do', payload: 1 }))
    await until(() => seen.length === 1)
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(city.database.owner)
    const again = () => ctx.transaction((tx) => enqueue(tx, ctx, { job: 'room.do', payload: 2 }))
    await again().catch(again)
    await until(() => seen.length === 2)
    expect(seen).toEqual([1, 2])
  })

  it('stops at whatever moment of its start', async () => {
    const modules = [room(async () => {})]
    for (const ms of [0, 5, 10, 20, 40, 80]) {
      const starting = work(modules)
      await sleep(ms)
      await starting.stop()
    }
    const countConnections = async () => {
      const { rows } = await sql`select from pg_stat_activity where application_name = 'quarterdeck-jobs'
        and datname = current_database()`.execute(city.database.owner)
      return rows.length
    }
    await until(async () => (await countConnections()) === 0)
    const lock = holdPoolLock(city.database.url, 'any')
    await lock.release()
  })

  it('stops while a job runs on, and leaves that job to the next one', async () => {
    let wasTold = false
    let isRunning = false
    const stuck = room(async (_, __, { signal }) => {
      isRunning = true
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
      wasTold = true
      await new Promise(() => {})
    })
    const ctx = contextOf([stuck])
    const first = work([stuck])
    await ctx.transaction((tx) => enqueue(tx, ctx, { job: 'room.do' }))
    await until(() => isRunning)
    await first.stop()
    expect(wasTold).toBe(true)
    const { rows } = await sql`select locked_by, attempts from graphile_worker._private_jobs`.execute(
      city.database.owner,
    )
    expect(rows).toEqual([{ locked_by: null, attempts: 1 }])
  })

  it('takes over what a dead process held, and lets a living one keep what it holds', async () => {
    const { database } = city
    let runs = 0
    const modules = [
      room(async () => {
        runs += 1
        await sleep(600)
      }),
    ]
    const ctx = contextOf(modules)
    worker = work(modules, 100)
    await ctx.transaction((tx) => enqueue(tx, ctx, { job: 'room.do' }))
    await until(async () => runs === 1 && (await countJobs()) === 0)
    expect(runs).toBe(1)

    await worker.stop()
    await ctx.transaction((tx) => enqueue(tx, ctx, { job: 'room.do' }))
    await sql`update graphile_worker._private_jobs
      set locked_by = 'pool-of-a-killed-process', locked_at = now() - interval '1 s', attempts = 1`.execute(
      database.owner,
    )
    worker = work(modules, 100)
    await until(() => runs === 2)
  })
})

describe('a cron', () => {
  const modules = () => [room(async () => {}, { crons: [{ job: 'room.do', pattern: '30 7 * * *' }] })]

  it('is due by the city’s hour', () => {
    const [item] = cronItems(modules())
    const at = { min: 30, date: 10, month: 4, dow: 3 }
    expect(item!.match({ ...at, hour: 23 })).toBe(true)
    expect(item!.match({ ...at, hour: 7 })).toBe(false)
  })

  it('refuses what it does not read', () => {
    const wrong =
      (pattern: string, job = 'room.do') =>
      () =>
        cronItems([room(async () => {}, { crons: [{ job, pattern }] })])
    expect(wrong('0 8 1 * *')).toThrow('minute hour')
    expect(wrong('0 99 * * *')).toThrow()
    expect(wrong('0 8 * * *', 'room.go')).toThrow('room.go')
  })

  it('enqueues the job once for each tenant, however often it ticks before that runs', async () => {
    await createTenant(city.database, { key: 'other', name: 'Other', pack: 'riverport' })
    await enqueueForTenants(city.database, 'room.do')
    await enqueueForTenants(city.database, 'room.do')
    expect(await countJobs()).toBe(2)
  })
})

import { EventEmitter, once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { Logger, type Runner, run, type WorkerEvents, type WorkerPool } from 'graphile-worker'
import { openQueuePool } from '../database/open-queue-pool.ts'
import { cronItems, type InstallationTask } from './cron.ts'
import { freeDeadJobs, holdPoolLock } from './pool-lock.ts'
import type { JobWorld } from './run-job.ts'
import { safeReason } from './safe-reason.ts'
import { taskList } from './task-list.ts'

/** What a logger of fastify (pino) has. */
export interface JobLogger {
  error(details: object, message: string): void
  warn(details: object, message: string): void
}

export interface WorkerOptions extends JobWorld {
  logger: JobLogger
  /** Jobs at the same moment; each may hold a connection of the database's pool. */
  concurrency?: number
  /** For how long a job may be held by a process that shows no life. */
  deadAfterMs?: number
  /** What the installation does besides, by the hour. */
  tasks?: readonly InstallationTask[]
  /** Nobody else works on this database: what is held at the start is held by nobody who lives. */
  isAlone?: boolean
}

export interface Worker {
  /** Takes no more jobs, tells running ones to end, and leaves what does not end to the next start. Within 2.5 s. */
  stop(): Promise<void>
}

const TELL_TO_END_AFTER_MS = 500
const ENDS_WITHIN_MS = 1500
const START_AGAIN_AFTER_MS = 1000

/**
 * Runs the jobs and crons that the modules declare, in this process, until `stop`. Several processes share
 * the work. When the database goes away it goes on once the database is back.
 */
export function startWorker(options: WorkerOptions): Worker {
  const { database, modules, logger, concurrency = 4, deadAfterMs = 15_000 } = options
  const tasks = taskList(options, options.tasks)
  const crons = cronItems(modules, options.tasks)
  const stopping = new AbortController()
  const { signal } = stopping
  const aborted = once(signal, 'abort')
  const pause = (ms: number) => sleep(ms, undefined, { signal }).catch(() => {})
  const tell = (error: unknown, what: string) => logger.error({ reason: safeReason(error) }, what)

  async function sweep(): Promise<void> {
    while (!signal.aborted) {
      await freeDeadJobs(database.owner, deadAfterMs).catch((error) => tell(error, 'jobs of dead processes'))
      await pause(deadAfterMs)
    }
  }

  /** From a connected runner to its end, which is the stop unless something broke. */
  async function runOnce(): Promise<void> {
    await using cleanup = new AsyncDisposableStack()
    const pgPool = openQueuePool(database.url, concurrency + 2)
    cleanup.defer(() => pgPool.end())
    const events: WorkerEvents = new EventEmitter()
    let workers: WorkerPool | undefined
    events.once('pool:create', ({ workerPool }) => {
      workers = workerPool
      const lock = holdPoolLock(database.url, workerPool.id)
      cleanup.defer(() => lock.release())
    })
    const runner = await run({
      pgPool,
      taskList: tasks,
      parsedCronItems: crons,
      concurrency,
      events,
      noHandleSignals: true,
      gracefulShutdownAbortTimeout: TELL_TO_END_AFTER_MS,
      logger: loggerFor(logger),
    })
    const ended = runner.promise.catch((error) => tell(error, 'worker ended'))
    await Promise.race([ended, aborted])
    if (!signal.aborted) return
    await endWithin(ENDS_WITHIN_MS, runner, workers)
  }

  async function keepRunning(): Promise<void> {
    while (!signal.aborted) {
      await runOnce().catch((error) => tell(error, 'worker not started'))
      await pause(START_AGAIN_AFTER_MS)
    }
  }

  async function work(): Promise<void> {
    // Before the first job is taken: our own pool shows its life a moment after it begins.
    if (options.isAlone)
      await freeDeadJobs(database.owner, 0).catch((error) => tell(error, 'jobs of the process before'))
    await Promise.all([keepRunning(), sweep()])
  }

  const all = work()
  return {
    async stop() {
      stopping.abort()
      await all
    },
  }
}

/** Lets running jobs end, then gives them back to be tried again later. */
async function endWithin(limitMs: number, runner: Runner, workers: WorkerPool | undefined): Promise<void> {
  const isOver = new AbortController()
  const graceful = runner.stop().catch(() => {})
  const forceful = sleep(limitMs, undefined, { signal: isOver.signal }).then(
    () => workers?.forcefulShutdown('The server stops'),
    () => {},
  )
  await Promise.race([graceful, forceful]).catch(() => {})
  isOver.abort()
}

/** Only what is wrong, one line of it; the objects that graphile-worker adds hold payloads. */
function loggerFor(logger: JobLogger): Logger {
  return new Logger((scope) => (level, message) => {
    if (level !== 'error' && level !== 'warning') return
    const details = { job: scope.taskIdentifier, jobId: scope.jobId }
    logger[level === 'error' ? 'error' : 'warn'](details, message.split('\n')[0] ?? '')
  })
}

import { Worker } from 'node:worker_threads'
import { CodedError, invalid } from '../../../kernel/errors.ts'
import type { Extraction, ExtractionRequest } from './extraction.ts'
import type { WorkerReply } from './worker-reply.ts'

export interface PoolOptions {
  readonly size: number
  /** Wall clock for one document, from when a worker takes it up. */
  readonly timeoutMs: number
  /** Heap of one worker. */
  readonly memoryMb: number
}

interface Job {
  readonly request: ExtractionRequest
  readonly resolve: (extraction: Extraction) => void
  readonly reject: (error: unknown) => void
}

/**
 * A few worker threads that read documents one at a time each. A worker that runs out of time or memory is ended
 * and the next document gets a new one; an idle worker does not keep the process alive.
 */
export class ExtractionPool {
  readonly #options: PoolOptions
  readonly #queue: Job[] = []
  readonly #idle: Worker[] = []
  #running = 0

  constructor(options: PoolOptions) {
    this.#options = options
  }

  /** Throws the refusals of `extract`, and `reports.extraction-too-slow`, `reports.extraction-out-of-memory`. */
  run(request: ExtractionRequest): Promise<Extraction> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ request, resolve, reject })
      this.#next()
    })
  }

  /** Ends the idle workers; documents on the way are finished first by whoever awaits them. */
  async close(): Promise<void> {
    await Promise.all(this.#idle.splice(0).map((worker) => worker.terminate()))
  }

  #next(): void {
    if (this.#running >= this.#options.size) return
    const job = this.#queue.shift()
    if (!job) return
    this.#running++
    this.#work(this.#idle.pop() ?? this.#start(), job)
  }

  #start(): Worker {
    return new Worker(new URL('./extraction-worker.ts', import.meta.url), {
      resourceLimits: {
        maxOldGenerationSizeMb: this.#options.memoryMb,
        maxYoungGenerationSizeMb: 64,
        stackSizeMb: 8,
      },
    })
  }

  #work(worker: Worker, job: Job): void {
    worker.ref()
    let isSettled = false
    const settle = (keep: boolean, finish: () => void) => {
      if (isSettled) return
      isSettled = true
      clearTimeout(timer)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      worker.unref()
      if (keep) this.#idle.push(worker)
      else this.#end(worker)
      this.#running--
      finish()
      this.#next()
    }
    const timer = setTimeout(
      () => settle(false, () => job.reject(tooSlow(this.#options.timeoutMs))),
      this.#options.timeoutMs,
    )
    // Taken off by name: removing all listeners would take off those by which Node itself runs a worker.
    const onMessage = (reply: WorkerReply) => settle(reply.kind !== 'failed', () => conclude(reply, job))
    const onError = (error: Error) =>
      settle(false, () => job.reject(asRefusal(error, this.#options.memoryMb)))
    const onExit = () => settle(false, () => job.reject(outOfMemory(this.#options.memoryMb)))
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.postMessage(job.request)
  }

  /** A late error of a worker that is being ended must not end the process. */
  #end(worker: Worker): void {
    worker.on('error', () => {})
    void worker.terminate()
  }
}

function conclude(reply: WorkerReply, job: Job): void {
  if (reply.kind === 'done') job.resolve(reply.extraction)
  else if (reply.kind === 'refused')
    job.reject(new CodedError(reply.error.kind, reply.error.code, reply.error.details))
  else job.reject(new Error(`extraction failed: ${reply.message}`))
}

function asRefusal(error: Error, memoryMb: number): Error {
  return (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY' ? outOfMemory(memoryMb) : error
}

const tooSlow = (timeoutMs: number) => invalid('reports.extraction-too-slow', { seconds: timeoutMs / 1000 })
const outOfMemory = (memoryMb: number) => invalid('reports.extraction-out-of-memory', { megabytes: memoryMb })

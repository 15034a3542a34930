import { Worker } from 'node:worker_threads'
import { CodedError, invalid } from '../../kernel/errors.ts'
import { freePlace, takePlace } from './thread-places.ts'
import type { SheetReply, SheetTask } from './worker-messages.ts'

type Opened = Extract<SheetReply, { kind: 'opened' }>
type Rows = Extract<SheetReply, { kind: 'rows' }>

/** One worker thread that reads one table: it is asked for a batch and answers, and is ended when done, slow or aborted. */
export class SheetThread {
  readonly #worker: Worker
  readonly #task: SheetTask
  readonly #signal: AbortSignal | undefined
  readonly #replies: SheetReply[] = []
  #failure: unknown
  #wake: () => void = () => {}
  #isEnded = false

  /** @throws the signal's reason when it is aborted while waiting for a place */
  static async start(task: SheetTask, signal?: AbortSignal): Promise<SheetThread> {
    await takePlace(signal)
    return new SheetThread(task, signal)
  }

  private constructor(task: SheetTask, signal: AbortSignal | undefined) {
    this.#task = task
    this.#signal = signal
    this.#worker = new Worker(new URL('./sheet-worker.ts', import.meta.url), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: task.limits.memoryMb, maxYoungGenerationSizeMb: 32 },
    })
    this.#worker.on('message', (reply: SheetReply) => {
      this.#replies.push(reply)
      this.#wake()
    })
    this.#worker.on('error', (error) => this.#fail(this.#refusalOf(error)))
    this.#worker.on('exit', () => this.#fail(outOfMemory(task)))
    if (signal?.aborted) this.#onAbort()
    else signal?.addEventListener('abort', this.#onAbort, { once: true })
  }

  /** Asks for the next batch. */
  ask(): void {
    this.#worker.postMessage('next')
  }

  /** The next answer, which has to be of this kind. @throws its refusal, `platform.sheet-too-slow` */
  next(kind: 'opened'): Promise<Opened>
  next(kind: 'rows'): Promise<Rows>
  async next(kind: SheetReply['kind']): Promise<SheetReply> {
    const { timeoutMs } = this.#task.limits
    const timer = setTimeout(
      () => this.#fail(invalid('platform.sheet-too-slow', { seconds: Math.ceil(timeoutMs / 1000) })),
      timeoutMs,
    )
    try {
      while (this.#replies.length === 0 && this.#failure === undefined)
        await new Promise<void>((resolve) => {
          this.#wake = resolve
        })
    } finally {
      clearTimeout(timer)
    }
    const reply = this.#replies.shift()
    if (!reply) throw this.#failure
    if (reply.kind === 'refused')
      throw new CodedError(reply.error.kind, reply.error.code, reply.error.details)
    if (reply.kind !== kind) throw new Error(`the sheet thread gave ${JSON.stringify(reply).slice(0, 2000)}`)
    return reply
  }

  /** Ends the thread and gives its place to the next. */
  async end(): Promise<void> {
    if (this.#isEnded) return
    this.#isEnded = true
    this.#failure ??= new Error('the sheet is closed')
    this.#signal?.removeEventListener('abort', this.#onAbort)
    freePlace()
    await this.#worker.terminate()
  }

  readonly #onAbort = () => {
    this.#replies.length = 0
    this.#fail(this.#signal?.reason ?? new Error('aborted'))
    void this.end()
  }

  #fail(error: unknown): void {
    this.#failure ??= error
    this.#wake()
  }

  #refusalOf(error: Error): Error {
    return (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
      ? outOfMemory(this.#task)
      : error
  }
}

const outOfMemory = ({ limits }: SheetTask) =>
  invalid('platform.sheet-out-of-memory', { megabytes: limits.memoryMb })

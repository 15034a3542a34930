import { Worker } from 'node:worker_threads'
import { CodedError, invalid } from '../../../kernel/errors.ts'
import type { RenderReply, RenderTask } from './render-task.ts'

const TIMEOUT_MS = 60_000
const MEMORY_MB = 320
/** A thread that nobody asked for so long gives its memory back. */
const IDLE_MS = 300_000

interface Asker {
  readonly resolve: (bytes: Uint8Array) => void
  readonly reject: (error: unknown) => void
  readonly timer: NodeJS.Timeout
}

let thread: Worker | undefined
let asker: Asker | undefined
let idle: NodeJS.Timeout | undefined
let queue: Promise<unknown> = Promise.resolve()

/**
 * Makes a document of a template in a thread of its own; one at a time, and the time limit begins when it is begun. Charts
 * drawn once are kept there.
 * @throws what `openTemplate` and `requireSound` throw, `platform.document-too-slow`, `platform.document-out-of-memory`
 */
export function renderDocument(task: RenderTask): Promise<Uint8Array> {
  const made = queue.then(() => render(task))
  queue = made.catch(() => undefined)
  return made
}

function render(task: RenderTask): Promise<Uint8Array> {
  clearTimeout(idle)
  const worker = theThread()
  return new Promise((resolve, reject) => {
    const tooSlow = () => end(worker, invalid('platform.document-too-slow', { seconds: TIMEOUT_MS / 1000 }))
    asker = { resolve, reject, timer: setTimeout(tooSlow, TIMEOUT_MS) }
    // While somebody waits, the process stays.
    worker.ref()
    worker.postMessage(task)
  })
}

function theThread(): Worker {
  if (thread) return thread
  const worker = new Worker(new URL('./render-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB, maxYoungGenerationSizeMb: 32 },
  })
  thread = worker
  worker.on('message', settle)
  worker.on('error', (error) => {
    const isMemory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
    end(worker, isMemory ? invalid('platform.document-out-of-memory', { megabytes: MEMORY_MB }) : error)
  })
  worker.on('exit', () => end(worker, new Error('the rendering thread ended')))
  return worker
}

function settle(reply: RenderReply): void {
  const { resolve, reject } = takeAsker()
  const worker = thread
  worker?.unref()
  if (worker)
    idle = setTimeout(() => end(worker, new Error('the rendering thread was idle')), IDLE_MS).unref()
  if (reply.kind === 'done') resolve(reply.bytes)
  else if (reply.kind === 'failed') reject(new Error(reply.message))
  else reject(new CodedError(reply.error.kind, reply.error.code, reply.error.details))
}

/** The thread goes, and with it the document that it was at; the next one gets a new thread. */
function end(worker: Worker, error: unknown): void {
  if (thread !== worker) return
  thread = undefined
  takeAsker().reject(error)
  void worker.terminate()
}

function takeAsker(): Pick<Asker, 'resolve' | 'reject'> {
  const taken = asker
  asker = undefined
  clearTimeout(taken?.timer)
  return taken ?? { resolve: () => undefined, reject: () => undefined }
}

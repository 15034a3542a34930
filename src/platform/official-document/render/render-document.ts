import { Worker } from 'node:worker_threads'
import { CodedError, invalid } from '../../../kernel/errors.ts'
import type { RenderReply, RenderTask } from './render-task.ts'

const TIMEOUT_MS = 60_000
const MEMORY_MB = 320

interface Waiting {
  readonly resolve: (bytes: Uint8Array) => void
  readonly reject: (error: unknown) => void
  readonly timer: NodeJS.Timeout
}

let thread: Worker | undefined
let last = 0
const waiting = new Map<number, Waiting>()

/**
 * Makes a document of a template in a thread of its own, one after the other; charts drawn once are kept there.
 * @throws what `openTemplate` and `requireSound` throw, `platform.document-too-slow`, `platform.document-out-of-memory`
 */
export function renderDocument(task: RenderTask): Promise<Uint8Array> {
  const worker = theThread()
  const id = ++last
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => end(worker, invalid('platform.document-too-slow', { seconds: TIMEOUT_MS / 1000 })),
      TIMEOUT_MS,
    )
    waiting.set(id, { resolve, reject, timer })
    // While somebody waits, the process stays.
    worker.ref()
    worker.postMessage({ id, task })
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
  const asker = waiting.get(reply.id)
  if (!asker) return
  waiting.delete(reply.id)
  clearTimeout(asker.timer)
  if (waiting.size === 0) thread?.unref()
  if (reply.kind === 'done') asker.resolve(reply.bytes)
  else if (reply.kind === 'failed') asker.reject(new Error(reply.message))
  else asker.reject(new CodedError(reply.error.kind, reply.error.code, reply.error.details))
}

/** The thread goes, and with it all that waits; the next document gets a new one. */
function end(worker: Worker, error: unknown): void {
  if (thread !== worker) return
  thread = undefined
  const askers = [...waiting.values()]
  waiting.clear()
  for (const { reject, timer } of askers) {
    clearTimeout(timer)
    reject(error)
  }
  void worker.terminate()
}

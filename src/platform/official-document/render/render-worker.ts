import { parentPort } from 'node:worker_threads'
import { CodedError } from '../../../kernel/errors.ts'
import { renderNow } from './render-now.ts'
import type { RenderReply, RenderTask } from './render-task.ts'

/** Runs inside the rendering thread: one document after the other. */
parentPort!.on('message', (task: RenderTask) => parentPort!.postMessage(answer(task)))

function answer(task: RenderTask): RenderReply {
  try {
    return { kind: 'done', bytes: renderNow(task) }
  } catch (error) {
    if (!(error instanceof CodedError)) {
      return { kind: 'failed', message: String((error as Error)?.stack ?? error) }
    }
    return { kind: 'refused', error: { kind: error.kind, code: error.code, details: error.details } }
  }
}

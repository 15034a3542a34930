import { parentPort } from 'node:worker_threads'
import { CodedError } from '../../../kernel/errors.ts'
import { renderNow } from './render-now.ts'
import type { RenderReply, RenderRequest } from './render-task.ts'

/** Runs inside the rendering thread: one document after the other. */
parentPort!.on('message', ({ id, task }: RenderRequest) => {
  parentPort!.postMessage(answer(id, task))
})

function answer(id: number, task: RenderRequest['task']): RenderReply {
  try {
    return { id, kind: 'done', bytes: renderNow(task) }
  } catch (error) {
    if (!(error instanceof CodedError))
      return { id, kind: 'failed', message: String((error as Error)?.stack ?? error) }
    return { id, kind: 'refused', error: { kind: error.kind, code: error.code, details: error.details } }
  }
}

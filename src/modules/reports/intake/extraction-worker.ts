import { parentPort } from 'node:worker_threads'
import { CodedError } from '../../../kernel/errors.ts'
import { extract } from './extract.ts'
import type { ExtractionRequest } from './extraction.ts'
import type { WorkerReply } from './worker-reply.ts'

/** Runs inside the worker thread: one request in, one reply out. Offset maps are handed over, not copied. */
parentPort?.on('message', async (request: ExtractionRequest) => {
  const reply = await answer(request)
  const maps = reply.kind === 'done' ? reply.extraction.report.articles.map((a) => a.body.at.buffer) : []
  parentPort?.postMessage(reply, [...new Set(maps)] as ArrayBuffer[])
})

async function answer(request: ExtractionRequest): Promise<WorkerReply> {
  try {
    return { kind: 'done', extraction: await extract(request) }
  } catch (error) {
    if (error instanceof CodedError)
      return { kind: 'refused', error: { kind: error.kind, code: error.code, details: error.details } }
    return { kind: 'failed', message: String((error as Error)?.stack ?? error) }
  }
}

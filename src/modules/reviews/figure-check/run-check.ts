import { Worker } from 'node:worker_threads'
import { invalid } from '../../../kernel/errors.ts'
import type { ReadReport } from '../../reports/index.ts'
import { type CheckFiguresOptions, checkFigures } from '../rules/figure-check/check-figures.ts'
import type { FigureFinding } from '../rules/figure-check/finding.ts'

/** What a worker costs to start is what some twenty thousand characters cost to check. */
const SMALL = 20_000
const TIMEOUT_MS = 20_000
const MEMORY_MB = 512

/**
 * Checks a read report: a usual one where it stands, a large one in a worker thread that is ended when it takes too
 * long, so that the event loop stays free.
 * @throws `reviews.check-too-slow`
 */
export async function runCheck(report: ReadReport, options: CheckFiguresOptions): Promise<FigureFinding[]> {
  if (report.received.length <= SMALL) return checkFigures(report, options)
  return inWorker(report, options)
}

function inWorker(report: ReadReport, options: CheckFiguresOptions): Promise<FigureFinding[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./check-worker.ts', import.meta.url), {
      workerData: { report, options },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    })
    const tooSlow = () => invalid('reviews.check-too-slow', { seconds: TIMEOUT_MS / 1000 })
    const timer = setTimeout(() => {
      reject(tooSlow())
      void worker.terminate()
    }, TIMEOUT_MS)
    worker.once('message', (findings: FigureFinding[]) => resolve(findings))
    worker.once('error', (error) => {
      const isMemory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
      reject(isMemory ? tooSlow() : error)
    })
    // After an answer this changes nothing any more.
    worker.once('exit', () => {
      clearTimeout(timer)
      reject(tooSlow())
    })
  })
}

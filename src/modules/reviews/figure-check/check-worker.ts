import { parentPort, workerData } from 'node:worker_threads'
import type { ReadReport } from '../../reports/index.ts'
import { type CheckFiguresOptions, checkFigures } from '../rules/figure-check/check-figures.ts'

/** One report in, its findings out, then the thread ends. */
const { report, options } = workerData as { report: ReadReport; options: CheckFiguresOptions }
parentPort?.postMessage(checkFigures(report, options))

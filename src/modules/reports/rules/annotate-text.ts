import type { Register } from '../../units/index.ts'
import { type Annotation, toAnnotation } from './annotation.ts'
import { readReport } from './articles/read-report.ts'
import { findStatements } from './statements/find-statements.ts'

export interface AnnotateTextOptions {
  readonly fileName: string
  /** `2024-01`: what relative words are resolved against. */
  readonly date?: string
  readonly register?: Register
}

/** One text as received to its annotation, on this thread: what the worker does, without the crossing. */
export function annotateText(received: string, options: AnnotateTextOptions): Annotation {
  const { fileName, date, register } = options
  const report = readReport(received, { date, fileName })
  return toAnnotation(report, findStatements(report, { register }), fileName)
}

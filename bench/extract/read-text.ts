import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { toAnnotation } from '../../src/modules/reports/rules/annotation.ts'
import { readReport } from '../../src/modules/reports/rules/articles/read-report.ts'
import { findStatements } from '../../src/modules/reports/rules/statements/find-statements.ts'
import type { Register } from '../../src/modules/units/index.ts'

export interface Given {
  readonly date?: string
  readonly register?: Register
}

/** One text file to its annotation on this thread: what the worker does, without the crossing. */
export function annotateFile(path: string, given: Given) {
  const fileName = basename(path)
  const report = readReport(readFileSync(path, 'utf8'), { date: given.date, fileName })
  return toAnnotation(report, findStatements(report, { register: given.register }), fileName)
}

import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { annotateText } from '../../src/modules/reports/index.ts'
import type { Register } from '../../src/modules/units/index.ts'

export interface Given {
  readonly date?: string
  readonly register?: Register
}

/** One text file to its annotation. */
export function annotateFile(path: string, given: Given) {
  return annotateText(readFileSync(path, 'utf8'), { fileName: basename(path), ...given })
}

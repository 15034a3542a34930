import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { invalid, notFound } from '../../kernel/errors.ts'
import type { Register } from '../units/index.ts'
import { checkSize } from './intake/check-size.ts'
import { extractInWorker } from './intake/extract-in-worker.ts'
import type { ExtractionWarning } from './intake/extraction.ts'
import { type Annotation, toAnnotation } from './rules/annotation.ts'
import type { ReadReport } from './rules/model.ts'

export interface ExtractedFile {
  readonly annotation: Annotation
  /** The text as received, read into articles. */
  readonly report: ReadReport
  readonly warnings: readonly ExtractionWarning[]
}

export interface ExtractFileOptions {
  /** `2024-01`: what relative words are resolved against. */
  readonly date?: string
  readonly register?: Register
  /** Also a text that is no report. */
  readonly isAnyText?: boolean
}

/**
 * Reads one file into its annotation without a database; nothing is stored. A file over the limit is refused by its
 * size, before it is read. Throws `reports.file-not-found`, `reports.not-a-file` and the refusals of `extractInWorker`.
 */
export async function extractFile(path: string, options: ExtractFileOptions = {}): Promise<ExtractedFile> {
  const fileName = basename(path)
  const source = await readWithinLimit(path)
  const { report, statements, warnings } = await extractInWorker(source, { fileName, ...options })
  return { annotation: toAnnotation(report, statements, fileName), report, warnings }
}

async function readWithinLimit(path: string): Promise<Uint8Array> {
  const found = await stat(path).catch(() => null)
  if (!found) throw notFound('reports.file-not-found', { path })
  if (!found.isFile()) throw invalid('reports.not-a-file', { path })
  checkSize(found.size)
  return readFile(path).catch(() => {
    throw invalid('reports.not-a-file', { path })
  })
}

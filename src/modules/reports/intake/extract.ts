import { readReport } from '../rules/articles/read-report.ts'
import { findStatements } from '../rules/statements/find-statements.ts'
import { checkFound } from './check-found.ts'
import type { Extraction, ExtractionRequest } from './extraction.ts'
import { readDocument, receivePasted } from './read-document.ts'

/**
 * Reads one document on the spot: bytes to text, text to articles, articles to statements. It takes what it takes;
 * a server calls `extractInWorker` instead. Throws the refusals of `readDocument` and `reports.no-meeting`.
 */
export async function extract(request: ExtractionRequest): Promise<Extraction> {
  const { source, fileName, date, register, limits, isAnyText } = request
  const received =
    typeof source === 'string'
      ? receivePasted(source, limits)
      : await readDocument(source, { fileName, limits })
  const report = readReport(received.text, { date, fileName: fileName ?? undefined })
  const statements = findStatements(report, { register })
  return { received, report, statements, warnings: isAnyText ? [] : checkFound(report, statements) }
}

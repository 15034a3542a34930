import { invalid } from '../../../kernel/errors.ts'
import type { FoundStatement, ReadReport } from '../rules/model.ts'
import type { ExtractionWarning } from './extraction.ts'

/**
 * What the finding itself says about the document. A text in which neither a meeting nor a statement was found is
 * refused (`reports.no-meeting`): there is nothing for a person to accept. Less than that is a warning.
 */
export function checkFound(
  report: ReadReport,
  statements: readonly FoundStatement[],
): readonly ExtractionWarning[] {
  const hasMeeting = report.articles.some((article) => article.meeting !== null)
  const named = report.articles.some((article) => article.kind !== 'other')
  if (statements.length === 0 && !hasMeeting) throw invalid('reports.no-meeting')
  const warnings: ExtractionWarning[] = []
  if (!hasMeeting && !named) warnings.push({ code: 'reports.no-meeting-named', detail: {} })
  if (statements.length === 0) warnings.push({ code: 'reports.no-statements', detail: {} })
  if (report.reportDate.value === null) warnings.push({ code: 'reports.date-unknown', detail: {} })
  return warnings
}

import { invalid } from '../../../kernel/errors.ts'
import type { FoundStatement, ReadReport } from '../rules/model.ts'
import type { ExtractionWarning } from './extraction.ts'

/**
 * What the finding itself says about the document. A text that neither names its meeting or kind nor says anything
 * of a unit is refused (`reports.no-meeting`): numbers and advice stand in recipes too. Less than that is a warning.
 */
export function checkFound(
  report: ReadReport,
  statements: readonly FoundStatement[],
): readonly ExtractionWarning[] {
  const hasMeeting = report.articles.some((article) => article.meeting !== null)
  const named = report.articles.some((article) => article.kind !== 'other')
  if (!hasMeeting && !(named ? statements.length > 0 : statements.some(namesSomebody))) {
    throw invalid('reports.no-meeting')
  }
  const warnings: ExtractionWarning[] = []
  if (!hasMeeting && !named) warnings.push({ code: 'reports.no-meeting-named', detail: {} })
  if (statements.length === 0) warnings.push({ code: 'reports.no-statements', detail: {} })
  if (report.reportDate.value === null) warnings.push({ code: 'reports.date-unknown', detail: {} })
  return warnings
}

function namesSomebody({ unit, task }: FoundStatement): boolean {
  return unit !== null || (task !== undefined && task.responsible.length > 0)
}

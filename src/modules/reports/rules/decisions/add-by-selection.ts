import type { AddStatement, DetailCorrection } from '../../requests.ts'
import type { ReportArticle, Statement } from '../../schema.ts'
import { planCorrection } from './correct.ts'
import { sliceSpans, trimSpan } from './slice-spans.ts'

const EMPTY_DETAIL: Readonly<Record<Statement['kind'], object>> = {
  rank: { scope: null, position: null, streakYears: null },
  first: { scope: null },
  figure: { value: null, unitOfMeasure: null, qualifier: null, change: null, isTarget: false },
  metric: { value: null, unitOfMeasure: null, qualifier: null, change: null, isTarget: false },
  shortfall: {},
  task: {
    speaker: null,
    responsible: [],
    lead: null,
    supporting: [],
    deadline: null,
    theme: null,
    leadUnitId: null,
    supportingUnitIds: [],
  },
}

/**
 * A statement that a person makes by selecting text: certain of its source, still to be accepted.
 * A refused plan names the detail fields that the kind does not have.
 * @throws `reports.span-outside`, `reports.span-blank`
 */
export function addBySelection(
  input: AddStatement,
  report: { id: string; text: string; articles: readonly Pick<ReportArticle, 'index' | 'span'>[] },
  id: string,
) {
  const span = trimSpan(report.text, input.span)
  const empty = {
    id,
    reportId: report.id,
    kind: input.kind,
    status: 'proposed',
    unitName: null,
    unitId: input.unitId,
    subject: input.subject,
    period: input.period,
    spans: [span],
    quote: sliceSpans(report.text, [span]),
    confidence: 1,
    rule: 'by-hand',
    articleIndex: report.articles.find((a) => a.span[0] <= span[0] && span[0] < a.span[1])?.index ?? 0,
    decidedBy: null,
    decidedAt: null,
    version: 0,
    detail: EMPTY_DETAIL[input.kind],
  } as Statement
  return planCorrection(empty, { version: 0, detail: input.detail as DetailCorrection })
}

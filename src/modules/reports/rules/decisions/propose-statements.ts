import { isDay } from '../../../../kernel/day.ts'
import { parsePeriod } from '../../../../kernel/period.ts'
import type { Span, Statement } from '../../schema.ts'
import type { FoundStatement, ReadReport } from '../model.ts'
import { spansOf } from '../text/mapped-text.ts'
import { sliceSpans } from './slice-spans.ts'

/** The unit that a printed name means on the report's day, or null: visibly unresolved, never a guess. */
export type ResolveName = (name: string | null) => string | null

export interface Proposal {
  readonly reportId: string
  readonly report: ReadReport
  readonly resolve: ResolveName
  readonly nextId: () => string
}

/** What the grammar found, as statements that wait for a person; every quote is cut from the text as received. */
export function proposeStatements(found: readonly FoundStatement[], proposal: Proposal): Statement[] {
  return found.map((one) => {
    const spans = spansIn(proposal.report, one)
    return {
      id: proposal.nextId(),
      reportId: proposal.reportId,
      status: 'proposed',
      kind: one.kind,
      unitName: one.unit,
      unitId: proposal.resolve(one.unit),
      subject: one.subject,
      period: one.period !== null && parsePeriod(one.period) ? one.period : null,
      spans,
      quote: sliceSpans(proposal.report.received, spans),
      confidence: Math.min(1, Math.max(0, one.confidence)),
      rule: one.rule,
      articleIndex: one.articleIndex,
      decidedBy: null,
      decidedAt: null,
      version: 1,
      detail: detailOf(one, proposal.resolve),
    } as Statement
  })
}

function spansIn(report: ReadReport, found: FoundStatement): Span[] {
  const body = report.articles[found.articleIndex]?.body
  if (!body) throw new Error(`Statement of article ${found.articleIndex}, which the report does not have`)
  return found.ranges.flatMap((range) => spansOf(body, range))
}

function detailOf(found: FoundStatement, resolve: ResolveName): Record<string, unknown> {
  const { rank, first, figure, task } = found
  switch (found.kind) {
    case 'rank':
      return {
        scope: rank?.scope ?? null,
        position: rank?.position ?? null,
        streakYears: rank?.streakYears ?? null,
      }
    case 'first':
      return { scope: first?.scope ?? null }
    case 'figure':
    case 'metric':
      return {
        value: figure?.value ?? null,
        unitOfMeasure: figure?.unitOfMeasure ?? null,
        qualifier: figure?.qualifier ?? null,
        change: figure?.change ?? null,
        isTarget: figure?.isTarget ?? false,
      }
    case 'shortfall':
      return {}
    case 'task':
      return taskDetail(task, resolve)
  }
}

/** The lead is whom the sentence names as such, or the only one it makes responsible. */
function taskDetail(task: FoundStatement['task'], resolve: ResolveName): Record<string, unknown> {
  const responsible = [...(task?.responsible ?? [])]
  const supporting = [...(task?.supporting ?? [])]
  const lead = task?.lead ?? (responsible.length === 1 ? (responsible[0] ?? null) : null)
  const leadUnitId = resolve(lead)
  const supportingUnitIds = new Set(supporting.map(resolve).filter((id) => id !== null && id !== leadUnitId))
  return {
    speaker: task?.speaker ?? null,
    responsible,
    lead: task?.lead ?? null,
    supporting,
    deadline: task?.deadline && isDay(task.deadline) ? task.deadline : null,
    theme: task?.theme ?? null,
    leadUnitId,
    supportingUnitIds: [...supportingUnitIds],
  }
}

import type { Span } from '../schema.ts'
import type { FoundStatement, ReadReport } from './model.ts'
import { quoteStatement } from './quote-statement.ts'

interface Annotated {
  readonly text: string
  readonly spans: readonly Span[]
  readonly confidence: number
  readonly rule: string
}

interface AnnotatedFigure extends Annotated {
  readonly unit: string | null
  readonly subject: string
  readonly value: number | null
  readonly unitOfMeasure: string | null
  readonly change: string | null
  readonly period: string | null
  readonly qualifier?: string
}

export interface AnnotatedTask extends Annotated {
  readonly speaker: string | null
  readonly responsible: readonly string[]
  readonly deadline: string | null
  readonly theme: string | null
  readonly lead?: string
  readonly supporting?: readonly string[]
  readonly parts?: readonly string[]
}

export interface AnnotatedStatements {
  readonly ranks: readonly (Annotated & {
    readonly unit: string | null
    readonly subject: string
    readonly scope: string | null
    readonly position: number | null
    readonly streakYears: number | null
    readonly period: string | null
    readonly streakText?: string
  })[]
  readonly firsts: readonly (Annotated & {
    readonly unit: string | null
    readonly subject: string
    readonly scope: string | null
  })[]
  readonly figures: readonly AnnotatedFigure[]
  /** Numbers that a unit is to reach: no results, so they do not stand among the figures. */
  readonly plannedFigures: readonly AnnotatedFigure[]
  readonly shortfalls: readonly (Annotated & { readonly unit: string | null; readonly subject: string })[]
  readonly tasks: readonly AnnotatedTask[]
  readonly metrics: readonly (AnnotatedFigure & { readonly target?: true })[]
}

/** The statements of a report by kind, in the order in which they were found. */
export function annotateStatements(
  report: ReadReport,
  statements: readonly FoundStatement[],
): AnnotatedStatements {
  const quoted = statements.map((statement) => ({ ...statement, ...quoteStatement(report, statement) }))
  const figures = quoted.filter(({ kind }) => kind === 'figure')
  return {
    ranks: quoted.flatMap(({ kind, unit, subject, rank, period, ...from }) =>
      kind === 'rank' && rank
        ? [
            {
              unit,
              subject,
              scope: rank.scope,
              position: rank.position,
              streakYears: rank.streakYears,
              period,
              ...(rank.streakText && rank.streakYears === null && { streakText: rank.streakText }),
              ...evidence(from),
            },
          ]
        : [],
    ),
    firsts: quoted.flatMap(({ kind, unit, subject, first, ...from }) =>
      kind === 'first' ? [{ unit, subject, scope: first?.scope ?? null, ...evidence(from) }] : [],
    ),
    figures: figures.filter(({ figure }) => !figure?.isTarget).map(annotateFigure),
    plannedFigures: figures.filter(({ figure }) => figure?.isTarget).map(annotateFigure),
    shortfalls: quoted.flatMap(({ kind, unit, subject, ...from }) =>
      kind === 'shortfall' ? [{ unit, subject, ...evidence(from) }] : [],
    ),
    tasks: quoted.flatMap((statement) => (statement.kind === 'task' ? [annotateTask(statement)] : [])),
    metrics: quoted
      .filter(({ kind }) => kind === 'metric')
      .map((statement) => ({
        ...annotateFigure(statement),
        ...(statement.figure?.isTarget && { target: true as const }),
      })),
  }
}

type Quoted = FoundStatement & ReturnType<typeof quoteStatement>

const evidence = ({ text, spans, confidence, rule }: Annotated): Annotated => ({
  text,
  spans,
  confidence,
  rule,
})

function annotateFigure(statement: Quoted): AnnotatedFigure {
  const { unit, subject, figure, period } = statement
  return {
    unit,
    subject,
    value: figure?.value == null ? null : Number(figure.value),
    unitOfMeasure: figure?.unitOfMeasure ?? null,
    change: figure?.change ?? null,
    period,
    ...(figure?.qualifier && { qualifier: figure.qualifier }),
    ...evidence(statement),
  }
}

function annotateTask(statement: Quoted): AnnotatedTask {
  const { task, parts } = statement
  return {
    speaker: task?.speaker ?? null,
    responsible: task?.responsible ?? [],
    deadline: task?.deadline ?? null,
    theme: task?.theme ?? null,
    ...(task?.lead && { lead: task.lead }),
    ...(task && task.supporting.length > 0 && { supporting: task.supporting }),
    ...(parts.length > 0 && { parts }),
    ...evidence(statement),
  }
}

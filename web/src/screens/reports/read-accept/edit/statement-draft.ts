import type { AddStatement, CorrectStatement, Span, Statement, StatementKind } from '../../../../api/model.ts'

/** The form's values: every field that any kind has, as text. */
export interface StatementDraft {
  kind: StatementKind
  unitId: string | null
  subject: string
  period: string
  leadUnitId: string | null
  supportingUnitIds: string[]
  deadline: string | null
  scope: string
  position: string
  streakYears: string
  value: string
  unitOfMeasure: string
}

const EMPTY: Omit<StatementDraft, 'kind' | 'unitId' | 'subject'> = {
  period: '',
  leadUnitId: null,
  supportingUnitIds: [],
  deadline: null,
  scope: '',
  position: '',
  streakYears: '',
  value: '',
  unitOfMeasure: '',
}

/** A draft for words that a person selected. */
export function draftOfSelection(kind: StatementKind, unitId: string | null, words: string): StatementDraft {
  return { ...EMPTY, kind, unitId, subject: words.replaceAll(/\s+/g, '').slice(0, 200) }
}

export function draftOfStatement(statement: Statement): StatementDraft {
  const text = (value: string | number | null | undefined) =>
    value === null || value === undefined ? '' : String(value)
  const detail: Partial<Record<string, unknown>> = statement.detail
  const field = (name: string) => text(detail[name] as string | number | null | undefined)
  return {
    ...EMPTY,
    kind: statement.kind,
    unitId: statement.unitId,
    subject: statement.subject,
    period: statement.period ?? '',
    scope: field('scope'),
    position: field('position'),
    streakYears: field('streakYears'),
    value: field('value'),
    unitOfMeasure: field('unitOfMeasure'),
    ...(statement.kind === 'task'
      ? {
          leadUnitId: statement.detail.leadUnitId,
          supportingUnitIds: statement.detail.supportingUnitIds,
          deadline: statement.detail.deadline,
        }
      : {}),
  }
}

/** The detail of a draft's kind; empty fields are null. */
export function detailOfDraft(draft: StatementDraft): Record<string, unknown> {
  const text = (value: string) => (value.trim() === '' ? null : value.trim())
  const count = (value: string) => (value.trim() === '' ? null : Number(value))
  switch (draft.kind) {
    case 'rank':
      return {
        scope: text(draft.scope),
        position: count(draft.position),
        streakYears: count(draft.streakYears),
      }
    case 'first':
      return { scope: text(draft.scope) }
    case 'figure':
    case 'metric':
      return { value: text(draft.value), unitOfMeasure: text(draft.unitOfMeasure) }
    case 'shortfall':
      return {}
    case 'task':
      return {
        leadUnitId: draft.leadUnitId,
        supportingUnitIds: draft.supportingUnitIds,
        deadline: draft.deadline,
      }
  }
}

/** What changed, as the body of a correction; undefined when nothing did. */
export function correctionOf(
  statement: Statement,
  draft: StatementDraft,
): Omit<CorrectStatement, 'version'> | undefined {
  const before = draftOfStatement(statement)
  const was = detailOfDraft(before)
  const detail = Object.fromEntries(
    Object.entries(detailOfDraft(draft)).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(was[name]),
    ),
  )
  const changed = {
    ...(draft.unitId === before.unitId ? {} : { unitId: draft.unitId }),
    ...(draft.subject.trim() === before.subject ? {} : { subject: draft.subject.trim() }),
    ...(draft.period.trim() === before.period ? {} : { period: draft.period.trim() || null }),
    ...(Object.keys(detail).length > 0 ? { detail } : {}),
  }
  return Object.keys(changed).length > 0 ? (changed as Omit<CorrectStatement, 'version'>) : undefined
}

/** A statement added by hand, tied to the selected words. */
export function additionOf(draft: StatementDraft, span: Span): AddStatement {
  return {
    kind: draft.kind,
    span,
    unitId: draft.unitId,
    subject: draft.subject.trim(),
    period: draft.period.trim() || null,
    detail: detailOfDraft(draft),
  } as AddStatement
}

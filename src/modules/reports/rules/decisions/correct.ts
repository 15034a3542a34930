import type { CorrectStatement } from '../../requests.ts'
import type { Statement } from '../../schema.ts'

const OF_KIND: Readonly<Record<Statement['kind'], readonly string[]>> = {
  rank: ['scope', 'position', 'streakYears'],
  first: ['scope'],
  figure: ['value', 'unitOfMeasure', 'qualifier', 'change', 'isTarget'],
  metric: ['value', 'unitOfMeasure', 'qualifier', 'change', 'isTarget'],
  shortfall: [],
  task: [
    'speaker',
    'responsible',
    'lead',
    'supporting',
    'deadline',
    'theme',
    'leadUnitId',
    'supportingUnitIds',
  ],
}

export type CorrectionPlan =
  | { readonly kind: 'corrected'; readonly statement: Statement; readonly changed: readonly string[] }
  | { readonly kind: 'refused'; readonly unknownFields: readonly string[] }

/**
 * The statement with what a person says it should say; spans, quote and the unit as printed stay.
 * Fields that its kind does not have are refused by name.
 */
export function planCorrection(statement: Statement, correction: CorrectStatement): CorrectionPlan {
  const { unitId, subject, period, detail = {} } = correction
  const unknownFields = Object.keys(detail).filter((field) => !OF_KIND[statement.kind].includes(field))
  if (unknownFields.length > 0) return { kind: 'refused', unknownFields }
  const fields = Object.fromEntries(
    Object.entries({ unitId, subject, period }).filter(([, value]) => value !== undefined),
  )
  const after = {
    ...statement,
    ...fields,
    detail: { ...statement.detail, ...detail },
    version: statement.version + 1,
  } as Statement
  return { kind: 'corrected', statement: after, changed: changedFields(statement, after) }
}

function changedFields(before: Statement, after: Statement): string[] {
  const differs = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b)
  const own = (['unitId', 'subject', 'period'] as const).filter((key) => differs(before[key], after[key]))
  const was = before.detail as Record<string, unknown>
  const details = Object.entries(after.detail).filter(([key, value]) => differs(was[key], value))
  return [...own, ...details.map(([key]) => `detail.${key}`)]
}

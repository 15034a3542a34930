import type { Span, Statement } from '../../../../api/model.ts'

/** The unit that the nearest statement before the selected words is about: the likely one, to be confirmed in the form. */
export function unitSpokenOf(statements: readonly Statement[], [start]: Span): string | null {
  let nearest = -1
  let unitId: string | null = null
  for (const statement of statements) {
    const at = statement.spans[0]?.[0] ?? 0
    if (statement.unitId !== null && at <= start && at > nearest) {
      nearest = at
      unitId = statement.unitId
    }
  }
  return unitId
}

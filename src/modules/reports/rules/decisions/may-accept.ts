import type { StatementKind } from '../../schema.ts'

/** What is claimed of somebody means nothing without knowing of whom; a task may still look for its lead. */
const UNIT_BOUND: ReadonlySet<StatementKind> = new Set(['rank', 'first', 'figure', 'shortfall'])

export type Refusal = 'unit-missing'
export type Acceptance =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'refused'; readonly reasons: readonly Refusal[] }

/** Whether a statement may enter the record as it stands. */
export function mayAccept(statement: { kind: StatementKind; unitId: string | null }): Acceptance {
  if (UNIT_BOUND.has(statement.kind) && statement.unitId === null) {
    return { kind: 'refused', reasons: ['unit-missing'] }
  }
  return { kind: 'allowed' }
}

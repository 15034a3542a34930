import type { Statement, StatementKind, StatementStatus } from '../../../../api/model.ts'

export interface StatementFilter {
  readonly text: string
  readonly kind: StatementKind | null
  readonly status: StatementStatus | null
}

export const NO_FILTER: StatementFilter = { text: '', kind: null, status: null }

/** The statements of one unit, in the order of the text. */
export interface StatementGroup {
  readonly key: string
  readonly unitId: string | null
  /** As printed; null where the text names no unit. */
  readonly unitName: string | null
  readonly statements: readonly Statement[]
}

/** Groups by unit, as first spoken of; a name that the register does not know keeps a group of its own. */
export function groupStatements(statements: readonly Statement[]): StatementGroup[] {
  const groups = new Map<
    string,
    { unitId: string | null; unitName: string | null; statements: Statement[] }
  >()
  for (const statement of inTextOrder(statements)) {
    const key = statement.unitId ?? (statement.unitName === null ? 'none' : `name:${statement.unitName}`)
    const group = groups.get(key)
    if (group) group.statements.push(statement)
    else groups.set(key, { unitId: statement.unitId, unitName: statement.unitName, statements: [statement] })
  }
  const listed = [...groups].map(([key, group]) => ({ key, ...group }))
  return listed.sort((a, b) => placeOf(a) - placeOf(b))
}

/** Units of the register first, then names that it does not know, then what names nobody. */
function placeOf({ unitId, unitName }: Omit<StatementGroup, 'key'>): number {
  return unitId !== null ? 0 : unitName !== null ? 1 : 2
}

/** Those of one sentence stay in the order that the server gives. */
function inTextOrder(statements: readonly Statement[]): Statement[] {
  const start = (statement: Statement) => statement.spans[0]?.[0] ?? 0
  return [...statements].sort((a, b) => start(a) - start(b))
}

/** `haystack` gives the words that a statement is searched by. */
export function filterStatements(
  statements: readonly Statement[],
  filter: StatementFilter,
  haystack: (statement: Statement) => string,
): Statement[] {
  const text = filter.text.trim().toLowerCase()
  return statements.filter(
    (statement) =>
      (filter.kind === null || statement.kind === filter.kind) &&
      (filter.status === null || statement.status === filter.status) &&
      (text === '' || haystack(statement).toLowerCase().includes(text)),
  )
}

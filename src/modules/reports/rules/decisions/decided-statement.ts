import type { Statement, StatementStatus } from '../../schema.ts'

/** The next version of a statement, with who decided it and when; a reopened one is nobody's decision again. */
export function decidedStatement(
  statement: Statement,
  status: StatementStatus,
  decision: { by: string; at: string },
): Statement {
  const isOpen = status === 'proposed'
  return {
    ...statement,
    status,
    decidedBy: isOpen ? null : decision.by,
    decidedAt: isOpen ? null : decision.at,
    version: statement.version + 1,
  }
}

import type { Decision, Statement } from '../../../../api/model.ts'

/** What a person can do with one statement, by key or by hand. */
export interface RowHandlers {
  decide(statement: Statement, decision: Decision): void
  edit(statement: Statement): void
  split(statement: Statement): void
}

import { mayAccept } from '../../../../../../src/modules/reports/rules/decisions/may-accept.ts'
import type { Statement } from '../../../../api/model.ts'

export interface BulkPlan {
  readonly accept: readonly Statement[]
  /** Sure enough, but of no unit of the register: the server leaves them too. */
  readonly withoutUnit: readonly Statement[]
  readonly below: readonly Statement[]
}

/** Which open statements a confidence of at least `minConfidence` (0–1) accepts, and which it leaves and why. */
export function planBulkAccept(statements: readonly Statement[], minConfidence: number): BulkPlan {
  const open = statements.filter(({ status }) => status === 'proposed')
  const sure = open.filter(({ confidence }) => confidence >= minConfidence)
  const isAllowed = (statement: Statement) => mayAccept(statement).kind === 'allowed'
  return {
    accept: sure.filter(isAllowed),
    withoutUnit: sure.filter((statement) => !isAllowed(statement)),
    below: open.filter(({ confidence }) => confidence < minConfidence),
  }
}

import type { Statement } from '../../../../api/model.ts'

export interface BulkPlan {
  readonly accept: readonly Statement[]
  readonly skip: readonly Statement[]
  /** Of those to accept, how many name no unit of the register. */
  readonly unresolved: number
}

/** Which open statements a confidence of at least `minConfidence` (0–1) accepts, and which it leaves. */
export function planBulkAccept(statements: readonly Statement[], minConfidence: number): BulkPlan {
  const open = statements.filter(({ status }) => status === 'proposed')
  const accept = open.filter(({ confidence }) => confidence >= minConfidence)
  const skip = open.filter(({ confidence }) => confidence < minConfidence)
  return { accept, skip, unresolved: accept.filter(({ unitId }) => unitId === null).length }
}

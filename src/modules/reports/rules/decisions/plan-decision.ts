import type { StatementKind, StatementStatus } from '../../schema.ts'
import { mayAccept, type Refusal } from './may-accept.ts'

export type Decision = 'accept' | 'reject' | 'reopen'

export type DecisionPlan =
  | { readonly kind: 'decided'; readonly status: StatementStatus }
  | { readonly kind: 'refused'; readonly reasons: readonly (Refusal | 'decision-not-possible')[] }

/** From where each decision leads where; a decided statement is reopened before it is decided otherwise. */
const NEXT: Readonly<Record<StatementStatus, Partial<Record<Decision, StatementStatus>>>> = {
  proposed: { accept: 'accepted', reject: 'rejected' },
  accepted: { reopen: 'proposed' },
  rejected: { reopen: 'proposed' },
}

/** What a person's decision makes of a statement, or why it cannot be made. */
export function planDecision(
  statement: { kind: StatementKind; status: StatementStatus; unitId: string | null },
  decision: Decision,
): DecisionPlan {
  const status = NEXT[statement.status][decision]
  if (!status) return { kind: 'refused', reasons: ['decision-not-possible'] }
  const acceptance = status === 'accepted' ? mayAccept(statement) : { kind: 'allowed' as const }
  return acceptance.kind === 'allowed' ? { kind: 'decided', status } : acceptance
}

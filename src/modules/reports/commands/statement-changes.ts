import type { Context, Tx } from '../../../kernel/context.ts'
import { conflict, invalid, notFound } from '../../../kernel/errors.ts'
import { journal } from '../../../platform/journal/index.ts'
import type { Statement } from '../schema.ts'
import { findReportHead } from '../store/reports.ts'
import { lockStatement, replaceStatement, type StoredStatement } from '../store/statements.ts'
import { requireUnits } from './unit-resolver.ts'

/**
 * Locks a statement that a person has looked at.
 * @throws `reports.no-such-statement`, `reports.statement-changed` when another change came first
 */
export async function lockForChange(tx: Tx, id: string, version: number): Promise<StoredStatement> {
  const stored = await lockStatement(tx, id)
  if (!stored) throw notFound('reports.no-such-statement', { id })
  const { statement } = stored
  if (statement.version !== version) {
    throw conflict('reports.statement-changed', { id, version: statement.version, status: statement.status })
  }
  return stored
}

export interface StatementChange {
  readonly action: `reports.statement-${'accepted' | 'rejected' | 'reopened' | 'corrected' | 'split'}`
  readonly before: Statement
  readonly after: Statement
  readonly detail?: Readonly<Record<string, unknown>>
}

/** One change as a whole: stored, told, journalled. */
export async function applyChange(ctx: Context, tx: Tx, change: StatementChange): Promise<void> {
  await storeChange(ctx, tx, change)
  await journalChange(ctx, tx, change)
}

/** Stores a change, keeps what was said before, and tells the modules that build on accepted statements. */
export async function storeChange(ctx: Context, tx: Tx, { before, after }: StatementChange): Promise<void> {
  await replaceStatement(tx, {
    tenantId: ctx.tenantId,
    before,
    after,
    by: ctx.actor.name,
    at: ctx.clock.now(),
  })
  const wasAccepted = before.status === 'accepted'
  const isAccepted = after.status === 'accepted'
  if (!wasAccepted && !isAccepted) return
  const event = !isAccepted ? 'reopened' : wasAccepted ? 'corrected' : 'accepted'
  const report = await findReportHead(tx, after.reportId)
  await ctx.emit(tx, {
    type: `reports.statement-${event}`,
    payload: { statement: after, report },
  })
}

/**
 * Writes a change to the journal. It comes after every `storeChange` of the transaction: listeners take locks
 * of their own (the ledger's counter), and the journal's lock is the last in the order that keeps from deadlock.
 */
export async function journalChange(ctx: Context, tx: Tx, change: StatementChange): Promise<void> {
  const { action, after, detail = {} } = change
  await journal(tx, ctx, {
    action,
    subject: { type: 'statement', id: after.id },
    detail: { reportId: after.reportId, version: after.version, ...detail },
  })
}

/** The units that a statement names as its own, its lead and its supporters must stand in the register. */
export async function requireUnitsOf(tx: Tx, statement: Statement): Promise<void> {
  const lead = statement.kind === 'task' ? statement.detail.leadUnitId : null
  const supporting = statement.kind === 'task' ? statement.detail.supportingUnitIds : []
  await requireUnits(tx, [statement.unitId, lead, ...supporting])
}

/** The refusal of detail fields that a kind does not have. */
export function unknownFields(fields: readonly string[], kind: Statement['kind']) {
  return invalid('reports.unknown-detail', { fields, kind })
}

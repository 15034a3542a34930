import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import { Statement } from '../schema.ts'
import { type StatementTable, tables } from './tables.ts'

/** Where a statement stands: among the others of its report, and from which it was split. */
export interface NewStatement {
  readonly statement: Statement
  readonly position: number
  readonly splitFrom?: string
}

/** A statement with what only the store keeps of it. */
export interface StoredStatement {
  readonly statement: Statement
  readonly position: number
}

const ROWS_PER_INSERT = 500

export async function insertStatements(
  tx: Tx,
  tenantId: string,
  added: readonly NewStatement[],
): Promise<void> {
  for (let start = 0; start < added.length; start += ROWS_PER_INSERT) {
    await tables(tx)
      .insertInto('reports.statement')
      .values(added.slice(start, start + ROWS_PER_INSERT).map((one) => rowOf(tenantId, one)))
      .execute()
  }
}

/** A statement, locked against other deciders until the transaction ends. */
export async function lockStatement(tx: Tx, id: string): Promise<StoredStatement | undefined> {
  const row = await tables(tx)
    .selectFrom('reports.statement')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && { statement: statementOf(row), position: row.position }
}

/** The statements of one report in the order of its text; `forUpdate` locks them in that order. */
export async function selectStatements(
  tx: Tx,
  reportId: string,
  options: { status?: Statement['status']; forUpdate?: boolean } = {},
): Promise<Statement[]> {
  let query = tables(tx).selectFrom('reports.statement').selectAll().where('report_id', '=', reportId)
  if (options.status) query = query.where('status', '=', options.status)
  if (options.forUpdate) query = query.forUpdate()
  return (await query.orderBy('position').orderBy('id').execute()).map(statementOf)
}

/** Accepted statements of every report, of some units only when given. */
export async function selectAccepted(tx: Tx, unitIds?: readonly string[]): Promise<Statement[]> {
  if (unitIds?.length === 0) return []
  let query = tables(tx).selectFrom('reports.statement').selectAll().where('status', '=', 'accepted')
  if (unitIds) query = query.where('unit_id', 'in', unitIds)
  return (await query.orderBy('report_id').orderBy('position').orderBy('id').execute()).map(statementOf)
}

export async function findAcceptedStatement(tx: Tx, id: string): Promise<Statement | undefined> {
  const row = await tables(tx)
    .selectFrom('reports.statement')
    .selectAll()
    .where('id', '=', id)
    .where('status', '=', 'accepted')
    .executeTakeFirst()
  return row && statementOf(row)
}

/** A place among the statements of a report for one that starts at this offset: after those that start before it. */
export async function nextPosition(tx: Tx, reportId: string, offset: number): Promise<number> {
  const row = await tables(tx)
    .selectFrom('reports.statement')
    .select(
      sql<number | null>`max(position) filter (where (spans -> 0 ->> 0)::int <= ${offset})`.as('before'),
    )
    .select(sql<number | null>`min(position) filter (where (spans -> 0 ->> 0)::int > ${offset})`.as('after'))
    .where('report_id', '=', reportId)
    .executeTakeFirst()
  const before = row?.before ?? (row?.after ?? 1) - 1
  const after = row?.after !== null && row?.after !== undefined && row.after > before ? row.after : before + 1
  return (before + after) / 2
}

/** How many statements stand where, and how many reports still have undecided ones. */
export async function countStatements(
  tx: Tx,
): Promise<{ proposed: number; accepted: number; rejected: number; reportsWithProposed: number }> {
  return tables(tx)
    .selectFrom('reports.statement')
    .select([
      sql<number>`count(*) filter (where status = 'proposed')::int`.as('proposed'),
      sql<number>`count(*) filter (where status = 'accepted')::int`.as('accepted'),
      sql<number>`count(*) filter (where status = 'rejected')::int`.as('rejected'),
      sql<number>`count(distinct report_id) filter (where status = 'proposed')::int`.as(
        'reportsWithProposed',
      ),
    ])
    .executeTakeFirstOrThrow()
}

/**
 * Puts the changeable columns of a locked statement in place of the former ones, which are kept as a version.
 * The caller has checked the version; `after.version` is the next one.
 */
export async function replaceStatement(
  tx: Tx,
  change: { tenantId: string; before: Statement; after: Statement; by: string; at: Date },
): Promise<void> {
  const { tenantId, before, after, by, at } = change
  await tables(tx)
    .insertInto('reports.statement_version')
    .values({
      tenant_id: tenantId,
      statement_id: before.id,
      version: before.version,
      content: JSON.stringify(before),
      replaced_by: by,
      replaced_at: at,
    })
    .execute()
  await tables(tx)
    .updateTable('reports.statement')
    .set({
      status: after.status,
      unit_id: after.unitId,
      subject: after.subject,
      period: after.period,
      detail: JSON.stringify(after.detail),
      decided_by: after.decidedBy,
      decided_at: after.decidedAt === null ? null : new Date(after.decidedAt),
      version: after.version,
    })
    .where('id', '=', after.id)
    .execute()
}

export async function hasStatement(tx: Tx, id: string): Promise<boolean> {
  const query = tables(tx).selectFrom('reports.statement').select('id').where('id', '=', id)
  return (await query.executeTakeFirst()) !== undefined
}

/** What a statement said before each change, oldest first. */
export async function selectVersions(tx: Tx, statementId: string): Promise<Statement[]> {
  const rows = await tables(tx)
    .selectFrom('reports.statement_version')
    .select('content')
    .where('statement_id', '=', statementId)
    .orderBy('version')
    .execute()
  return rows.map((row) => Statement.parse(row.content))
}

function rowOf(tenantId: string, { statement, position, splitFrom }: NewStatement) {
  return {
    tenant_id: tenantId,
    id: statement.id,
    report_id: statement.reportId,
    article_index: statement.articleIndex,
    position,
    kind: statement.kind,
    status: statement.status,
    unit_name: statement.unitName,
    unit_id: statement.unitId,
    subject: statement.subject,
    period: statement.period,
    spans: JSON.stringify(statement.spans),
    quote: JSON.stringify(statement.quote),
    confidence: statement.confidence,
    rule: statement.rule,
    detail: JSON.stringify(statement.detail),
    split_from: splitFrom ?? null,
    decided_by: statement.decidedBy,
    decided_at: statement.decidedAt === null ? null : new Date(statement.decidedAt),
  }
}

function statementOf(row: Selectable<StatementTable>): Statement {
  return {
    id: row.id,
    reportId: row.report_id,
    kind: row.kind,
    status: row.status,
    unitName: row.unit_name,
    unitId: row.unit_id,
    subject: row.subject,
    period: row.period,
    spans: row.spans,
    quote: row.quote,
    confidence: row.confidence,
    rule: row.rule,
    articleIndex: row.article_index,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at?.toISOString() ?? null,
    version: row.version,
    detail: row.detail,
  } as Statement
}

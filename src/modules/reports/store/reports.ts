import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import type { Report, ReportArticle, ReportSummary } from '../schema.ts'
import { type ReportRow, tables } from './tables.ts'

/** A report as it is first stored, with the bytes that it came in. */
export type NewReport = Omit<Report, 'counts' | 'articles'> & {
  tenantId: string
  articles: readonly ReportArticle[]
  bytes: Uint8Array
}

/**
 * Stores a report with its document and articles, or nothing when one of the same content is there.
 * @returns the id of the report that has the content, and whether it is the new one
 */
export async function insertReport(tx: Tx, report: NewReport): Promise<{ id: string; isNew: boolean }> {
  const { tenantId, id, contentHash } = report
  const inserted = await tables(tx)
    .insertInto('reports.report')
    .values({
      tenant_id: tenantId,
      id,
      title: report.title,
      file_name: report.fileName,
      format: report.format,
      encoding: report.encoding,
      content_hash: contentHash,
      text_hash: report.textHash,
      report_date: report.reportDate,
      report_date_from: report.reportDateFrom,
      period: report.period,
      received_at: new Date(report.receivedAt),
      received_by: report.receivedBy,
      source: report.source,
      warnings: JSON.stringify(report.warnings),
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'content_hash']).doNothing())
    .executeTakeFirst()
  if (inserted.numInsertedOrUpdatedRows === 0n) {
    return { id: (await findReportByHash(tx, contentHash))!, isNew: false }
  }
  await tables(tx)
    .insertInto('reports.document')
    .values({ tenant_id: tenantId, report_id: id, bytes: Buffer.from(report.bytes), body: report.text })
    .execute()
  if (report.articles.length > 0) {
    await tables(tx)
      .insertInto('reports.article')
      .values(
        report.articles.map((article) => ({
          tenant_id: tenantId,
          report_id: id,
          index: article.index,
          title: article.title,
          other_headlines: JSON.stringify(article.otherHeadlines),
          kind: article.kind,
          span: JSON.stringify(article.span),
          meeting: article.meeting && JSON.stringify(article.meeting),
        })),
      )
      .execute()
  }
  return { id, isNew: true }
}

/** The id of the report whose bytes have this SHA-256. */
export async function findReportByHash(tx: Tx, contentHash: string): Promise<string | undefined> {
  const row = await tables(tx)
    .selectFrom('reports.report')
    .select('id')
    .where('content_hash', '=', contentHash)
    .executeTakeFirst()
  return row?.id
}

/** Reports in the order they are read in: latest meeting first, then latest received. */
export async function selectReports(
  tx: Tx,
  options: { id?: string; limit?: number; offset?: number } = {},
): Promise<ReportSummary[]> {
  let query = tables(tx).selectFrom('reports.report').selectAll()
  if (options.id) query = query.where('id', '=', options.id)
  if (options.limit !== undefined) query = query.limit(options.limit).offset(options.offset ?? 0)
  const rows = await query
    .orderBy('report_date', (by) => by.desc().nullsFirst())
    .orderBy('received_at', 'desc')
    .orderBy('id')
    .execute()
  const counts = await countsOf(
    tx,
    rows.map((row) => row.id),
  )
  return rows.map((row) => summaryOf(row, counts.get(row.id)))
}

export async function countReports(tx: Tx): Promise<number> {
  const row = await tables(tx)
    .selectFrom('reports.report')
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow()
  return row.total
}

export type ReportHead = Pick<ReportSummary, 'id' | 'title' | 'reportDate' | 'period'>

/** What others are told of a report, or undefined. */
export async function findReportHead(tx: Tx, id: string): Promise<ReportHead | undefined> {
  return tables(tx)
    .selectFrom('reports.report')
    .select(['id', 'title', 'report_date as reportDate', 'period'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** A report with text and articles, or undefined. */
export async function findReport(tx: Tx, id: string): Promise<Report | undefined> {
  const [summary] = await selectReports(tx, { id })
  if (!summary) return undefined
  const row = await tables(tx)
    .selectFrom('reports.report as r')
    .innerJoin('reports.document as d', (join) =>
      join.onRef('d.tenant_id', '=', 'r.tenant_id').onRef('d.report_id', '=', 'r.id'),
    )
    .select(['r.content_hash', 'r.encoding', 'r.text_hash', 'r.warnings', 'd.body'])
    .where('r.id', '=', id)
    .executeTakeFirstOrThrow()
  const articles = await tables(tx)
    .selectFrom('reports.article')
    .selectAll()
    .where('report_id', '=', id)
    .orderBy('index')
    .execute()
  return {
    ...summary,
    contentHash: row.content_hash,
    encoding: row.encoding,
    text: row.body,
    textHash: row.text_hash,
    warnings: row.warnings,
    articles: articles.map(({ index, title, other_headlines, kind, span, meeting }) => ({
      index,
      title,
      otherHeadlines: other_headlines,
      kind,
      span,
      meeting,
    })),
  }
}

/** The text as received of a report, or undefined. */
export async function findReportText(tx: Tx, id: string): Promise<string | undefined> {
  const row = await tables(tx)
    .selectFrom('reports.document')
    .select('body')
    .where('report_id', '=', id)
    .executeTakeFirst()
  return row?.body
}

type Counts = ReportSummary['counts']

async function countsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Counts>> {
  const counts = new Map<string, Counts>()
  if (ids.length === 0) return counts
  const rows = await tables(tx)
    .selectFrom('reports.statement')
    .select(['report_id', 'status', sql<number>`count(*)::int`.as('count')])
    .where('report_id', 'in', ids)
    .groupBy(['report_id', 'status'])
    .execute()
  for (const { report_id, status, count } of rows) {
    counts.set(report_id, { ...(counts.get(report_id) ?? NO_STATEMENTS), [status]: count })
  }
  return counts
}

const NO_STATEMENTS: Counts = { proposed: 0, accepted: 0, rejected: 0 }

function summaryOf(row: Selectable<ReportRow>, counts: Counts = NO_STATEMENTS): ReportSummary {
  return {
    id: row.id,
    title: row.title,
    fileName: row.file_name,
    format: row.format,
    reportDate: row.report_date,
    reportDateFrom: row.report_date_from,
    period: row.period,
    receivedAt: row.received_at.toISOString(),
    receivedBy: row.received_by,
    source: row.source,
    counts,
  }
}

import type { ColumnType, Generated } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import type { ArticleKind, Report, ReportArticle, Span, StatementKind, StatementStatus } from '../schema.ts'

/** A jsonb column: read as data, written as its text. */
type Json<T> = ColumnType<T, string, string>

export interface ReportRow {
  tenant_id: string
  id: string
  title: string
  file_name: string | null
  format: Report['format']
  encoding: string | null
  content_hash: string
  text_hash: string
  report_date: string | null
  report_date_from: Report['reportDateFrom']
  period: string | null
  received_at: Date
  received_by: string
  source: string | null
  warnings: Json<Report['warnings']>
}

export interface StatementTable {
  tenant_id: string
  id: string
  report_id: string
  article_index: number
  position: number
  kind: StatementKind
  status: StatementStatus
  unit_name: string | null
  unit_id: string | null
  subject: string
  period: string | null
  spans: Json<Span[]>
  quote: Json<string[]>
  confidence: number
  rule: string
  detail: Json<Record<string, unknown>>
  split_from: string | null
  decided_by: string | null
  decided_at: Date | null
  version: Generated<number>
}

export type ReportTables = {
  'reports.report': ReportRow
  'reports.document': { tenant_id: string; report_id: string; bytes: Buffer; body: string }
  'reports.article': {
    tenant_id: string
    report_id: string
    index: number
    title: string | null
    other_headlines: Json<string[]>
    kind: ArticleKind
    span: Json<Span>
    meeting: Json<ReportArticle['meeting']> | null
  }
  'reports.statement': StatementTable
  'reports.statement_version': {
    tenant_id: string
    statement_id: string
    version: number
    content: Json<Record<string, unknown>>
    replaced_by: string
    replaced_at: Date
  }
}

export const tables = (tx: Tx) => tx.withTables<ReportTables>()

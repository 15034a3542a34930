import { Link } from '@tanstack/react-router'
import type { ReportSummary } from '../../api/model.ts'
import { formatInstant, formatPeriod } from '../../i18n/format.ts'
import { useWords } from '../../i18n/use-words.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { StateNote } from '../../ui/state-note.tsx'

/** The reports received, latest first, with how much of each is decided. */
export function ReportsTable({ reports }: { reports: readonly ReportSummary[] }) {
  const { t, locale } = useWords()
  if (reports.length === 0) return <StateNote title={t('reports.empty')}>{t('reports.empty-way')}</StateNote>
  const columns: Column<ReportSummary>[] = [
    {
      key: 'title',
      title: t('reports.column.title'),
      isMain: true,
      cell: (report) => (
        <>
          <Link to="/reports/$reportId" params={{ reportId: report.id }} search={{}}>
            {report.title}
          </Link>
          <span className="soft report-source">{report.source ?? report.fileName}</span>
        </>
      ),
    },
    {
      key: 'period',
      title: t('reports.column.period'),
      width: '116px',
      cell: (report) => (report.period ? formatPeriod(locale, report.period) : '—'),
    },
    {
      key: 'date',
      title: t('reports.column.date'),
      width: '150px',
      cell: (report) => (
        <>
          {report.reportDate ?? '—'}{' '}
          <span className="soft">{t(`reports.date-from.${report.reportDateFrom}`)}</span>
        </>
      ),
    },
    {
      key: 'format',
      title: t('reports.column.format'),
      width: '64px',
      cell: (report) => t(`reports.format.${report.format}`),
    },
    {
      key: 'received',
      title: t('reports.column.received'),
      width: '150px',
      cell: (report) => (
        <>
          {formatInstant(report.receivedAt)} <span className="soft report-source">{report.receivedBy}</span>
        </>
      ),
    },
    {
      key: 'progress',
      title: t('reports.column.progress'),
      width: '150px',
      cell: (report) => <Decided counts={report.counts} />,
    },
  ]
  return (
    <DataTable caption={t('reports.title')} columns={columns} rows={reports} rowKey={(report) => report.id} />
  )
}

function Decided({ counts }: { counts: ReportSummary['counts'] }) {
  const { t } = useWords()
  const decided = counts.accepted + counts.rejected
  const total = decided + counts.proposed
  if (total === 0) return <span className="soft">{t('reports.no-statement')}</span>
  return (
    <span className="decided figure">
      <span className="decided-bar" aria-hidden="true">
        <span style={{ width: `${(decided / total) * 100}%` }} />
      </span>
      {t('reports.progress', { decided, total })}
      <span className="soft">
        {counts.proposed === 0 ? t('reports.all-decided') : t('reports.left', { count: counts.proposed })}
      </span>
    </span>
  )
}

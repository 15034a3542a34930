import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { ReportSummary } from '../../../api/model.ts'
import { useReports } from '../../../api/reports.ts'
import { formatInstant, formatPeriod } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import { Pager } from '../../../ui/pager.tsx'

const PAGE_SIZE = 20

interface ReportChoiceProps {
  /** Of the review: reports of the same quarter come first. */
  period: string
  chosenId: string | undefined
  isSending: boolean
  onChoose: (reportId: string) => void
  importing: ReactNode
}

/** The reports that were received, to choose the one that tells of this meeting. */
export function ReportChoice({ period, chosenId, isSending, onChoose, importing }: ReportChoiceProps) {
  const { t, locale } = useWords()
  const [page, setPage] = useState(1)
  const { data, error, refetch } = useReports(page, PAGE_SIZE)
  if (error) return <ErrorNote error={error} onRetry={refetch} />
  if (!data) return <LoadingLines lines={4} />
  const columns: Column<ReportSummary>[] = [
    { key: 'title', title: t('after.column.report'), isMain: true, cell: ({ title }) => title },
    {
      key: 'period',
      title: t('after.column.period'),
      width: '130px',
      cell: (report) => (
        <span className={report.period === period ? 'same-quarter' : undefined}>
          {report.period ? formatPeriod(locale, report.period) : '—'}
        </span>
      ),
    },
    {
      key: 'date',
      title: t('after.column.date'),
      width: '110px',
      cell: ({ reportDate }) => <span className="figure">{reportDate ?? '—'}</span>,
    },
    {
      key: 'received',
      title: t('after.column.received'),
      width: '140px',
      cell: ({ receivedAt }) => <span className="figure soft">{formatInstant(receivedAt)}</span>,
    },
    {
      key: 'counts',
      title: t('after.column.counts'),
      width: '150px',
      cell: ({ counts }) => <span className="figure">{t('after.report-counts', counts)}</span>,
    },
    {
      key: 'choose',
      title: t('after.choose'),
      width: '96px',
      cell: ({ id, title }) =>
        id === chosenId ? (
          <span className="report-decided">✓ {t('after.chosen')}</span>
        ) : (
          <Button
            size="small"
            loading={isSending}
            aria-label={t('after.choose-this', { title })}
            onClick={() => onChoose(id)}
          >
            {t('after.choose')}
          </Button>
        ),
    },
  ]
  const isOfQuarter = (report: ReportSummary) => Number(report.period === period)
  const reports = data.reports.toSorted((a, b) => isOfQuarter(b) - isOfQuarter(a))
  return (
    <div className="report-choice no-print">
      <p className="after-note">
        <span className="soft">{t(reports.length === 0 ? 'after.no-reports' : 'after.choose-note')}</span>
        {importing}
      </p>
      {reports.length > 0 && (
        <DataTable
          caption={t('after.column.report')}
          columns={columns}
          rows={reports}
          rowKey={({ id }) => id}
        />
      )}
      <Pager page={page} pageSize={PAGE_SIZE} total={data.total} onPage={setPage} />
    </div>
  )
}

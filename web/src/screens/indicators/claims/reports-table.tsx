import { Link } from '@tanstack/react-router'
import { type ReportClaims, useReportsWithClaims } from '../../../api/claims.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'

/** Each report with how its claims stand; the page of a report opens by its title. */
export function ReportsTable() {
  const { t } = useWords()
  const { data, error, refetch } = useReportsWithClaims()
  if (error && !data) return <ErrorNote error={error} onRetry={refetch} />
  if (!data) return <LoadingLines lines={3} />
  if (data.reports.length === 0) return null
  const share = (key: 'confirmed' | 'contradicted' | 'unknown' | 'unchecked' | 'matched') =>
    ({
      key,
      title: key === 'matched' ? t('claim.matched') : t(`claim.verdict.${key}`),
      align: 'right',
      width: '100px',
      cell: (report: ReportClaims) => `${report[key].count} / ${report[key].of}`,
    }) as const
  const columns: Column<ReportClaims>[] = [
    {
      key: 'title',
      title: t('claim.report'),
      isMain: true,
      cell: ({ reportId, title }) => (
        <Link to="/indicators/claims/$reportId" params={{ reportId }}>
          {title}
        </Link>
      ),
    },
    { key: 'date', title: t('claim.date'), width: '110px', cell: ({ date }) => date ?? '—' },
    share('confirmed'),
    share('contradicted'),
    share('unknown'),
    share('unchecked'),
    share('matched'),
  ]
  return (
    <DataTable
      caption={t('claim.reports')}
      columns={columns}
      rows={data.reports}
      rowKey={({ reportId }) => reportId}
    />
  )
}

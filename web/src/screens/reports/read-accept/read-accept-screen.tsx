import { useParams } from '@tanstack/react-router'
import { useReport } from '../../../api/reports.ts'
import { useStatements } from '../../../api/statements.ts'
import { PermittedScreen } from '../../../app/permitted-screen.tsx'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import './read-accept.css'
import './statements/statements.css'
import { Workbench } from './workbench.tsx'

/** Read a report and decide what enters the record: text at the left, statements at the right. */
export function ReadAcceptScreen() {
  return (
    <PermittedScreen permission="reports.read">
      <ReadAccept />
    </PermittedScreen>
  )
}

function ReadAccept() {
  const { reportId } = useParams({ from: '/house/reports/$reportId' })
  const report = useReport(reportId)
  const statements = useStatements(reportId)
  const failed = [report, statements].find(({ error }) => error)
  if (failed) return <ErrorNote error={failed.error} onRetry={failed.refetch} />
  if (!report.data || !statements.data) return <LoadingLines lines={14} />
  return <Workbench key={reportId} report={report.data as never} statements={statements.data.statements} />
}

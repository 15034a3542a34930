import { Link } from '@tanstack/react-router'
import {
  isTableUnderWay,
  type TableImport,
  useTableImport,
  useTableSteps,
} from '../../../api/indicator-sheets.ts'
import { formatInstant } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { StateWord } from '../../../ui/sheet/state-word.tsx'
import { WorkProgress } from '../../../ui/sheet/work-progress.tsx'
import { TableDesk } from './table-desk.tsx'
import { TableDone } from './table-done.tsx'

/** One import of a table, from how it is read to its publication. */
export function TablePage({ id }: { id: string }) {
  const { t } = useWords()
  const { data: table, error, refetch } = useTableImport(id)
  return (
    <div className="sheet-page">
      <PageHead
        title={table?.fileName ?? t('table-import.title')}
        note={table && <Facts table={table} />}
        actions={
          <Link to="/indicators/import" search={{}}>
            {t('import.to-list')}
          </Link>
        }
      />
      {error && !table ? (
        <ErrorNote error={error} onRetry={refetch} />
      ) : !table ? (
        <LoadingLines lines={12} />
      ) : isTableUnderWay(table) ? (
        <UnderWay table={table} />
      ) : table.state === 'done' ? (
        <TableDone table={table} />
      ) : (
        <TableDesk key={deskKey(table)} table={table} />
      )}
    </div>
  )
}

/** Another sheet or other heading rows are another mapping: what was chosen before is no longer of it. */
const deskKey = ({ sheet, firstHeadingRow, lastHeadingRow }: TableImport) =>
  JSON.stringify([sheet, firstHeadingRow, lastHeadingRow])

function UnderWay({ table }: { table: TableImport }) {
  const { t } = useWords()
  const { cancel } = useTableSteps(table.id)
  const isRunning = table.state === 'running'
  return (
    <WorkProgress
      isRunning={isRunning}
      words={isRunning ? t('table-import.running-way') : t('table-import.checking-way')}
      cancelWord={isRunning ? t('table-import.cancel-run') : t('import.cancel-check')}
      done={table.rowsDone}
      total={table.rowsTotal}
      cancel={cancel}
    />
  )
}

function Facts({ table }: { table: TableImport }) {
  const { t } = useWords()
  return (
    <>
      <StateWord state={table.state} />
      {' · '}
      {t('import.by', { name: table.createdBy, at: formatInstant(table.createdAt) })}
    </>
  )
}

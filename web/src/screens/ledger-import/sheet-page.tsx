import { Link } from '@tanstack/react-router'
import { isUnderWay, type SheetImport, useSheet } from '../../api/sheets.ts'
import { formatInstant } from '../../i18n/format.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { LoadingLines } from '../../ui/loading-lines.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StateWord } from '../../ui/sheet/state-word.tsx'
import { DonePanel } from './done-panel.tsx'
import { SheetDesk } from './sheet-desk.tsx'
import { UnderWay } from './under-way.tsx'

/** One import, from its mapping to its end. */
export function SheetPage({ id }: { id: string }) {
  const { t } = useWords()
  const { data: sheet, error, refetch } = useSheet(id)
  return (
    <div className="sheet-page">
      <PageHead
        title={sheet?.fileName ?? t('import.title')}
        note={sheet && <Facts sheet={sheet} />}
        actions={
          <Link to="/ledger/import" search={{}}>
            {t('import.to-list')}
          </Link>
        }
      />
      {error && !sheet ? (
        <ErrorNote error={error} onRetry={refetch} />
      ) : !sheet ? (
        <LoadingLines lines={12} />
      ) : isUnderWay(sheet) ? (
        <UnderWay sheet={sheet} />
      ) : sheet.state === 'done' ? (
        <DonePanel sheet={sheet} />
      ) : (
        <SheetDesk key={deskKey(sheet)} sheet={sheet} />
      )}
    </div>
  )
}

/** Another sheet or other heading rows are another mapping: what was chosen before is no longer of it. */
const deskKey = ({ sheet, firstHeadingRow, lastHeadingRow }: SheetImport) =>
  JSON.stringify([sheet, firstHeadingRow, lastHeadingRow])

function Facts({ sheet }: { sheet: SheetImport }) {
  const { t } = useWords()
  return (
    <>
      <StateWord state={sheet.state} />
      {' · '}
      {t('import.by', { name: sheet.createdBy, at: formatInstant(sheet.createdAt) })}
    </>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { TableImport } from '../../../api/indicator-sheets.ts'
import { formatInstant } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { TableCounts } from './outcome/table-counts.tsx'
import { TableOutcome } from './outcome/table-outcome.tsx'

/** What was published, as which vintage, and the way to it. */
export function TableDone({ table }: { table: TableImport }) {
  const { t } = useWords()
  const cache = useQueryClient()
  const { counts, finishedAt, vintage } = table
  // Every table, series and page that was asked before may be another one now.
  useEffect(() => void cache.invalidateQueries({ queryKey: ['indicators'] }), [cache])
  const codes = [...new Set(table.preview.map(({ indicator }) => indicator))]
  const words =
    vintage !== null
      ? t('table-import.published', { number: vintage, source: table.source })
      : counts && counts.added + counts.revised > 0
        ? t('table-import.handed-in')
        : t('table-import.nothing-new-done')
  return (
    <>
      <section className="sheet-panel" aria-label={t('import.state.done')}>
        <p className="sheet-done" role="status">
          <strong>{words}</strong>
          {finishedAt && <span className="soft figure">{formatInstant(finishedAt)}</span>}
          {codes.map((code) => (
            <Link key={code} to="/indicators/$code" params={{ code }} search={{}}>
              {t('table-import.to-table', { code })}
            </Link>
          ))}
          {vintage === null && (
            <Link to="/indicators/entry" search={{}}>
              {t('table-import.to-entry')}
            </Link>
          )}
          <Link to="/indicators/vintages">{t('vintage.title')}</Link>
        </p>
        {counts && <TableCounts counts={counts} />}
      </section>
      <TableOutcome table={table} />
    </>
  )
}

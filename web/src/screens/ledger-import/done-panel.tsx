import { Link } from '@tanstack/react-router'
import type { SheetImport } from '../../api/sheets.ts'
import { formatInstant } from '../../i18n/format.ts'
import { useWords } from '../../i18n/use-words.ts'
import { CountsLine } from './outcome/counts-line.tsx'
import { OutcomeTabs } from './outcome/outcome-tabs.tsx'

/** What was entered, and the way to it. */
export function DonePanel({ sheet }: { sheet: SheetImport }) {
  const { t } = useWords()
  const { counts, finishedAt } = sheet
  return (
    <>
      <section className="sheet-panel" aria-label={t('import.state.done')}>
        <p className="sheet-done" role="status">
          <strong>{t('import.done', { added: counts?.added ?? 0, changed: counts?.changed ?? 0 })}</strong>
          {finishedAt && <span className="soft figure">{formatInstant(finishedAt)}</span>}
          <Link to="/ledger" search={{ source: 'import' }}>
            {t('import.to-ledger')}
          </Link>
        </p>
        {counts && <CountsLine counts={counts} />}
      </section>
      <OutcomeTabs sheet={sheet} />
    </>
  )
}

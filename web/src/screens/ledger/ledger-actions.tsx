import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { LedgerSearch } from '../../app/ledger-search.ts'
import { useRefusalReason } from '../../app/permitted-screen.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { GatedButton } from '../../ui/gated-button.tsx'
import { ExportButton } from './export/export-button.tsx'
import type { ColumnKey } from './table/columns.tsx'

interface LedgerActionsProps {
  search: LedgerSearch
  /** The columns on screen. */
  columns: readonly ColumnKey[]
  /** The past is on screen: nothing can be written. */
  isPast: boolean
  onCreate: () => void
}

/** Print or export what is on screen, bring in a spreadsheet, enter an item. */
export function LedgerActions({ search, columns, isPast, onCreate }: LedgerActionsProps) {
  const { t } = useWords()
  const refusal = useRefusalReason()
  const navigate = useNavigate()
  const past = isPast ? t('ledger.as-of-way') : undefined
  return (
    <>
      <Button onClick={() => print()}>{t('app.print')}</Button>
      <ExportButton search={search} columns={columns} />
      <Button onClick={() => navigate({ to: '/ledger/settings', search: {} })}>{t('ledger.settings')}</Button>
      <GatedButton
        reason={past ?? refusal('ledger.import')}
        onClick={() => navigate({ to: '/ledger/import', search: {} })}
      >
        {t('ledger.import')}
      </GatedButton>
      <GatedButton type="primary" reason={past ?? refusal('ledger.create')} onClick={onCreate}>
        {t('ledger.new')}
      </GatedButton>
    </>
  )
}

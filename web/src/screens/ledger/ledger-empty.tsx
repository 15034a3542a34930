import { Button } from 'antd'
import { useWords } from '../../i18n/use-words.ts'
import { StateNote } from '../../ui/state-note.tsx'
import { isFiltered, withoutFilters } from './ledger-query.ts'
import { useLedgerAddress } from './use-ledger-address.ts'

/** Nothing to show: because of the filters, or because nothing is there yet. */
export function LedgerEmpty() {
  const { t } = useWords()
  const { search, go } = useLedgerAddress()
  if (!isFiltered(search)) return <StateNote title={t('ledger.empty')}>{t('ledger.empty-way')}</StateNote>
  return (
    <StateNote
      title={t('ledger.nothing')}
      action={<Button onClick={() => go(withoutFilters(search))}>{t('ledger.clear')}</Button>}
    />
  )
}

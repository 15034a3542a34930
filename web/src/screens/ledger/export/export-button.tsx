import { Button, Dropdown } from 'antd'
import type { LedgerSearch } from '../../../app/ledger-search.ts'
import { useWords } from '../../../i18n/use-words.ts'
import type { ColumnKey } from '../table/columns.tsx'
import { exportAddress } from './export-address.ts'

interface ExportButtonProps {
  search: LedgerSearch
  /** The columns on screen. */
  columns: readonly ColumnKey[]
}

/** All pages of what is on screen as a sheet: its columns, or every column, to be worked on and imported again. */
export function ExportButton({ search, columns }: ExportButtonProps) {
  const { t } = useWords()
  const link = (key: 'screen' | 'all' | 'csv', address: string) => ({
    key,
    label: (
      <a href={address} download>
        {t(`ledger.export.${key}`)}
      </a>
    ),
  })
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          link('screen', exportAddress(search, { columns })),
          link('all', exportAddress(search, {})),
          link('csv', exportAddress(search, { format: 'csv' })),
        ],
      }}
    >
      <Button>
        {t('ledger.export')} <span aria-hidden="true">▾</span>
      </Button>
    </Dropdown>
  )
}

import { useSearch } from '@tanstack/react-router'
import { PermittedScreen } from '../../../app/permitted-screen.tsx'
import { TablePage } from './table-page.tsx'
import { TablesPage } from './tables-page.tsx'
import '../../../ui/sheet/sheet.css'
import '../parts/work.css'
import './import.css'

/** Tables of statistics in: the latest imports, or the one that the address names. */
export function TableImportScreen() {
  const { id } = useSearch({ from: '/house/indicators/import' })
  return (
    <PermittedScreen permission="indicators.import">
      {id === undefined ? <TablesPage /> : <TablePage key={id} id={id} />}
    </PermittedScreen>
  )
}

import { useSearch } from '@tanstack/react-router'
import { PermittedScreen } from '../../app/permitted-screen.tsx'
import { ImportsPage } from './imports-page.tsx'
import { SheetPage } from './sheet-page.tsx'
import '../../ui/sheet/sheet.css'

/** Spreadsheets into the ledger: the latest imports, or the one that the address names. */
export function ImportScreen() {
  const { id } = useSearch({ from: '/house/ledger/import' })
  return (
    <PermittedScreen permission="ledger.import">
      {id === undefined ? <ImportsPage /> : <SheetPage key={id} id={id} />}
    </PermittedScreen>
  )
}

import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useSheets, useUploadSheet } from '../../api/sheets.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { LoadingLines } from '../../ui/loading-lines.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { SheetDrop } from '../../ui/sheet/sheet-drop.tsx'
import { UploadStatus } from '../../ui/sheet/upload-status.tsx'
import { ImportsTable } from './imports-table.tsx'

/** Hand in a spreadsheet; the latest ones. */
export function ImportsPage() {
  const { t } = useWords()
  const navigate = useNavigate()
  const { data, error, refetch } = useSheets()
  const [share, setShare] = useState(0)
  const upload = useUploadSheet(setShare)
  const take = (file: File) => {
    setShare(0)
    upload.mutate(file, { onSuccess: ({ id }) => navigate({ to: '/ledger/import', search: { id } }) })
  }
  return (
    <>
      <PageHead title={t('import.title')} note={t('import.note')} />
      <SheetDrop isBusy={upload.isPending} onFile={take} />
      {upload.variables && !upload.isSuccess && (
        <UploadStatus
          name={upload.variables.name}
          share={share}
          error={upload.error}
          onDismiss={() => upload.reset()}
        />
      )}
      {error ? (
        <ErrorNote error={error} onRetry={refetch} />
      ) : data ? (
        <ImportsTable sheets={data} />
      ) : (
        <LoadingLines />
      )}
    </>
  )
}

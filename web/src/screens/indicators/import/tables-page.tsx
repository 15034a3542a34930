import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTableImports, useUploadTable } from '../../../api/indicator-sheets.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { SheetDrop } from '../../../ui/sheet/sheet-drop.tsx'
import { UploadStatus } from '../../../ui/sheet/upload-status.tsx'
import { IndicatorLinks } from '../parts/indicator-links.tsx'
import { TablesTable } from './tables-table.tsx'

/** Hand in a table; the latest ones. */
export function TablesPage() {
  const { t } = useWords()
  const navigate = useNavigate()
  const { data, error, refetch } = useTableImports()
  const [share, setShare] = useState(0)
  const upload = useUploadTable(setShare)
  const take = (file: File) => {
    setShare(0)
    upload.mutate(file, { onSuccess: ({ id }) => navigate({ to: '/indicators/import', search: { id } }) })
  }
  return (
    <>
      <PageHead title={t('table-import.title')} note={t('table-import.note')} />
      <IndicatorLinks />
      <SheetDrop
        isBusy={upload.isPending}
        onFile={take}
        also={{ endings: '.json', words: t('table-import.messages') }}
      />
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
        <TablesTable tables={data} />
      ) : (
        <LoadingLines />
      )}
    </>
  )
}

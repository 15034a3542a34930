import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useReports } from '../../api/reports.ts'
import { PermittedScreen, useRefusalReason } from '../../app/permitted-screen.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { GatedButton } from '../../ui/gated-button.tsx'
import { LoadingLines } from '../../ui/loading-lines.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { DropZone } from './drop-zone.tsx'
import { PasteDialog } from './paste-dialog.tsx'
import { ReceiveStatus } from './receive-status.tsx'
import { ReportsTable } from './reports-table.tsx'
import './reports-screen.css'
import { useReceiving } from './use-receiving.ts'

const PAGE_SIZE = 50

/** Reports in: drop or paste one; the list of those received. */
export function ReportsScreen() {
  return (
    <PermittedScreen permission="reports.read">
      <Reports />
    </PermittedScreen>
  )
}

function Reports() {
  const { t } = useWords()
  const { page = 1 } = useSearch({ from: '/house/reports' })
  const navigate = useNavigate()
  const { data, error, refetch } = useReports(page, PAGE_SIZE)
  const [isPasting, setPasting] = useState(false)
  const reason = useRefusalReason()('reports.import')
  const { receiving, receive, dismiss } = useReceiving()
  return (
    <>
      <PageHead
        title={t('reports.title')}
        actions={
          <GatedButton reason={reason} onClick={() => setPasting(true)}>
            {t('reports.paste')}
          </GatedButton>
        }
      />
      <DropZone
        reason={reason}
        isBusy={receiving?.stage === 'sending' || receiving?.stage === 'reading'}
        onFile={(file, reportDate) => receive({ file, reportDate })}
      />
      {receiving && <ReceiveStatus receiving={receiving} onDismiss={dismiss} />}
      {error ? (
        <ErrorNote error={error} onRetry={refetch} />
      ) : data ? (
        <ReportsTable reports={data.reports} />
      ) : (
        <LoadingLines />
      )}
      {data && (
        <Pager
          page={page}
          pageSize={PAGE_SIZE}
          total={data.total}
          onPage={(next) => navigate({ to: '/reports', search: next > 1 ? { page: next } : {} })}
        />
      )}
      <PasteDialog isOpen={isPasting} onClose={() => setPasting(false)} onSubmit={receive} />
    </>
  )
}

import { Alert } from 'antd'
import { useState } from 'react'
import { type TableImport, useTableSteps } from '../../../api/indicator-sheets.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'
import { CheckBar } from './check-bar.tsx'
import { TableMappingPanel } from './mapping/table-mapping-panel.tsx'
import { useTableDraft } from './mapping/use-table-draft.ts'
import { TableOutcome } from './outcome/table-outcome.tsx'
import { PublishPanel } from './publish-panel.tsx'

/** Nothing is under way: how the table is read can be changed, its values checked, findings confirmed, sound values published. */
export function TableDesk({ table }: { table: TableImport }) {
  const { t } = useWords()
  const sentence = useProblemSentence()
  const steps = useTableSteps(table.id)
  const draft = useTableDraft(table)
  const isChecked = table.state === 'ready'
  // A message says itself what each value is: nothing to be mapped.
  const isMessage = table.format === 'sdmx-csv' || table.format === 'sdmx-json'
  const [isOpen, setOpen] = useState(!isChecked)
  const error = steps.check.error ?? steps.start.error ?? steps.propose.error ?? steps.decide.error
  const check = () => steps.check.mutate(draft.mapping)
  return (
    <>
      {table.failure && (
        <Alert
          className="sheet-alert"
          type="error"
          role="alert"
          showIcon
          title={t('table-import.failed')}
          description={table.failure.sentence}
        />
      )}
      {table.state === 'cancelled' && (
        <Alert
          className="sheet-alert"
          type="info"
          role="status"
          showIcon
          title={t('table-import.cancelled')}
        />
      )}
      {table.isRemembered && (
        <Alert
          className="sheet-alert"
          type="info"
          role="status"
          showIcon
          title={t('table-import.remembered', { source: table.source || t('table-import.same-source') })}
        />
      )}
      <CheckBar table={table} draft={draft} steps={steps} onCheck={check} />
      {error && <Alert className="sheet-alert" type="error" role="alert" showIcon title={sentence(error)} />}
      {isChecked && !draft.isChanged && <PublishPanel table={table} steps={steps} />}
      {isMessage ? (
        <p className="soft">{t('table-import.message-read')}</p>
      ) : (
        <details
          className="sheet-mapping"
          open={isOpen}
          onToggle={(event) => setOpen(event.currentTarget.open)}
        >
          <summary>{t('table-import.mapping')}</summary>
          {isOpen && <TableMappingPanel table={table} draft={draft} propose={steps.propose} />}
        </details>
      )}
      {isChecked && <TableOutcome table={table} desk={{ draft, steps, onCheck: check }} />}
    </>
  )
}

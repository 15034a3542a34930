import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import type { StartTable, TableImport, TableSteps } from '../../../api/indicator-sheets.ts'
import { useRefusalReason } from '../../../app/permitted-screen.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { GatedButton } from '../../../ui/gated-button.tsx'
import { useHindrance } from './use-hindrance.ts'

interface PublishPanelProps {
  table: TableImport
  steps: TableSteps
}

/** The last step: a vintage at once, or readings that somebody else verifies; with its source and a note. */
export function PublishPanel({ table, steps }: PublishPanelProps) {
  const { t } = useWords()
  const refusal = useRefusalReason()
  const [into, setInto] = useState<StartTable['into']>('vintage')
  const [source, setSource] = useState(table.source)
  const [note, setNote] = useState('')
  const { counts } = table
  const isVintage = into === 'vintage'
  const hindrance = useHindrance(table)
  const isNothingNew =
    isVintage && counts !== null && counts.added + counts.revised + counts.notAvailable === 0
  const reason =
    hindrance ??
    refusal(isVintage ? 'indicators.publish' : 'indicators.report') ??
    (source.trim() === '' ? t('table-import.source-missing') : undefined) ??
    (isNothingNew ? t('table-import.nothing-new') : undefined)
  const words = isVintage
    ? t('table-import.publish', { values: counts ? counts.added + counts.revised : 0 })
    : t('table-import.hand-in', { values: counts?.values ?? 0 })
  return (
    <form
      className="sheet-panel table-publish"
      aria-label={t('table-import.publish-step')}
      onSubmit={(event) => {
        event.preventDefault()
        if (!reason) steps.start.mutate({ into, source: source.trim(), note: note.trim() })
      }}
    >
      <Radio.Group
        aria-label={t('table-import.into')}
        value={into}
        options={[
          { value: 'vintage', label: t('table-import.into.vintage') },
          { value: 'readings', label: t('table-import.into.readings') },
        ]}
        onChange={({ target }) => setInto(target.value)}
      />
      <div className="sheet-options-line">
        <label htmlFor="table-source">
          {t('table-import.source')}
          <Input
            id="table-source"
            maxLength={200}
            placeholder={t('table-import.source-example')}
            value={source}
            onChange={({ target }) => setSource(target.value)}
          />
        </label>
        <label htmlFor="table-note" className="is-wide">
          {t('table-import.publish-note')}
          <Input
            id="table-note"
            maxLength={2000}
            placeholder={t('table-import.note-example')}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        </label>
        {reason ? (
          <GatedButton type="primary" reason={reason}>
            {words}
          </GatedButton>
        ) : (
          <Button type="primary" htmlType="submit" loading={steps.start.isPending}>
            {words}
          </Button>
        )}
      </div>
    </form>
  )
}

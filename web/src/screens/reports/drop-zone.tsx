import { useRef, useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { DayField } from '../../ui/day-field.tsx'
import { GatedButton } from '../../ui/gated-button.tsx'
import { useFileDrop } from '../../ui/use-file-drop.ts'

const ACCEPTED = '.txt,.html,.htm,.docx,.doc,.pdf,.xlsx,.xls,text/plain'

interface DropZoneProps {
  /** Why nothing can be handed in, when so. */
  reason: string | undefined
  isBusy: boolean
  onFile: (file: File, reportDate: string | null) => void
}

/** Takes a file dropped anywhere on the page, or chosen. */
export function DropZone({ reason, isBusy, onFile }: DropZoneProps) {
  const { t } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const [reportDate, setReportDate] = useState<string | null>(null)
  const take = (file: File) => onFile(file, reportDate)
  const isOver = useFileDrop(!reason && !isBusy, take)
  return (
    <section className={`drop-zone ${isOver ? 'is-over' : ''}`} aria-label={t('reports.crumb-drop')}>
      <p>
        <strong>{isOver ? t('reports.drop-now') : t('reports.drop')}</strong>
        <span className="soft">{t('reports.formats', { limit: '20 MB' })}</span>
      </p>
      <label className="drop-date" htmlFor="report-date" title={t('reports.paste-date-help')}>
        {t('reports.date-optional')}
        <DayField id="report-date" value={reportDate} onChange={setReportDate} />
      </label>
      <GatedButton type="primary" reason={reason} disabled={isBusy} onClick={() => input.current?.click()}>
        {t('reports.choose-file')}
      </GatedButton>
      <input
        ref={input}
        type="file"
        hidden
        accept={ACCEPTED}
        data-testid="report-file"
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file && !reason) take(file)
        }}
      />
      {isOver && <div className="drop-veil" aria-hidden="true" />}
    </section>
  )
}

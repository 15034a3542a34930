import { Button } from 'antd'
import { useRef } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { useFileDrop } from '../use-file-drop.ts'

const ACCEPTED = '.xlsx,.xlsm,.xls,.et,.csv,.tsv,.txt'

interface SheetDropProps {
  isBusy: boolean
  onFile: (file: File) => void
  /** Further endings that can be chosen, parted by commas, and what is said of them. */
  also?: { readonly endings: string; readonly words: string }
}

/** Takes a spreadsheet dropped anywhere on the page, or chosen. */
export function SheetDrop({ isBusy, onFile, also }: SheetDropProps) {
  const { t } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const isOver = useFileDrop(!isBusy, onFile)
  return (
    <section className={`sheet-drop ${isOver ? 'is-over' : ''}`} aria-label={t('import.upload')}>
      <p>
        <strong>{isOver ? t('import.drop-now') : t('import.drop')}</strong>
        <span className="soft">{t('import.formats', { limit: '20 MB' })}</span>
        {also && <span className="soft">{also.words}</span>}
      </p>
      <Button type="primary" disabled={isBusy} onClick={() => input.current?.click()}>
        {t('reports.choose-file')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={also ? `${ACCEPTED},${also.endings}` : ACCEPTED}
        data-testid="sheet-file"
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) onFile(file)
        }}
      />
      {isOver && <div className="sheet-veil" aria-hidden="true" />}
    </section>
  )
}

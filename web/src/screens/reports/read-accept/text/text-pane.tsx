import type { RefObject } from 'react'
import type { Report, Span, Statement } from '../../../../api/model.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { GatedButton } from '../../../../ui/gated-button.tsx'
import type { Focus } from '../focus.ts'
import { Legend } from './legend.tsx'
import { ReceivedText } from './received-text.tsx'
import { Warnings } from './warnings.tsx'

interface TextPaneProps {
  paneRef: RefObject<HTMLDivElement | null>
  report: Report
  statements: readonly Statement[]
  focus: Focus
  selection: Span | null
  reason: string | undefined
  onAdd: () => void
}

/** The left pane: legend, the text as received, and the offer to add what is selected. */
export function TextPane({ paneRef, report, statements, focus, selection, reason, onAdd }: TextPaneProps) {
  const { t } = useWords()
  return (
    <section className="pane text-pane" aria-label={t('read.text')}>
      <div className="pane-head">
        <h2>{t('read.text')}</h2>
        <Legend />
      </div>
      <Warnings report={report} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keyboard */}
      <div ref={paneRef} className="received" tabIndex={0} lang="zh">
        <ReceivedText paneRef={paneRef} report={report} statements={statements} focus={focus} />
      </div>
      {selection && (
        <div className="selection-bar">
          <span className="soft">{t('read.selection', { count: selection[1] - selection[0] })}</span>
          <GatedButton
            type="primary"
            size="small"
            reason={reason}
            onMouseDown={(event) => event.preventDefault()}
            onClick={onAdd}
          >
            {t('read.add-from-selection')} <kbd>n</kbd>
          </GatedButton>
        </div>
      )}
    </section>
  )
}

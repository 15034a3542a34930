import { Button, message } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { FigureCheck } from '../../api/figure-check.ts'
import { useWords } from '../../i18n/use-words.ts'
import { KeyList } from '../../ui/key-list.tsx'
import { StateNote } from '../../ui/state-note.tsx'
import { useShortcuts } from '../../ui/use-shortcuts.ts'
import { CheckedText } from './checked-text.tsx'
import { findingsReport } from './findings-report.ts'
import { FindingsTable } from './findings-table.tsx'

/** The checked text beside what was found in it; j and k go through the findings. */
export function CheckResult({ check, onAgain }: { check: FigureCheck; onAgain: () => void }) {
  const words = useWords()
  const { t } = words
  const pane = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState<number | null>(check.findings.length > 0 ? 0 : null)
  const [isHelpOpen, setHelpOpen] = useState(false)
  const [toast, holder] = message.useMessage()
  const last = check.findings.length - 1
  const isMoved = useRef(false)
  const goTo = (index: number | null) => {
    isMoved.current = true
    setActive(index)
  }
  const step = (by: number) => () => goTo(last < 0 ? null : clamp((active ?? -1) + by, last))
  const copy = async () => {
    await navigator.clipboard.writeText(findingsReport(check, words))
    toast.success(t('check.copied'))
  }
  useShortcuts({
    j: step(1),
    k: step(-1),
    g: () => goTo(last < 0 ? null : 0),
    c: copy,
    '?': () => setHelpOpen(true),
  })
  useEffect(() => {
    // The page opens at its head, not at the first finding.
    if (active === null || !isMoved.current) return
    for (const place of [`mark[data-finding="${active}"].is-figure`, `tr[data-row="${active}"]`])
      pane.current?.querySelector(place)?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div ref={pane}>
      {holder}
      <div className="check-bar">
        <p role="status" className="check-summary">
          <strong>{t('check.summary', { ...check.counts, total: check.findings.length })}</strong>
          <span className="soft">
            {t(check.isDated ? 'check.as-of' : 'check.as-of-today', { day: check.asOf })}
            {' · '}
            {t('check.record', check.record)}
          </span>
        </p>
        <span className="check-form-actions no-print">
          <Button onClick={copy}>
            {t('check.copy')} <kbd>c</kbd>
          </Button>
          <Button onClick={() => window.print()}>{t('app.print')}</Button>
          <Button onClick={onAgain}>{t('check.again')}</Button>
          <Button onClick={() => setHelpOpen(true)} aria-label={t('app.keys-help')}>
            <kbd>?</kbd>
          </Button>
        </span>
      </div>
      <div className="check-panes">
        <CheckedText check={check} active={active} onChoose={goTo} />
        <section className="check-list" aria-label={t('check.findings')}>
          {check.findings.length > 0 ? (
            <FindingsTable check={check} active={active} onChoose={goTo} />
          ) : (
            <StateNote title={t('check.nothing')}>{t('check.nothing-way')}</StateNote>
          )}
        </section>
      </div>
      <KeyList
        isOpen={isHelpOpen}
        onClose={() => setHelpOpen(false)}
        keys={[
          { keys: ['j', 'k'], does: t('check.key-next') },
          { keys: ['g'], does: t('check.key-first') },
          { keys: ['c'], does: t('check.copy') },
        ]}
      />
    </div>
  )
}

function clamp(index: number, last: number): number {
  return Math.max(0, Math.min(last, index))
}

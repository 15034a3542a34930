import { memo, useMemo } from 'react'
import type { FigureCheck } from '../../api/figure-check.ts'
import { useWords } from '../../i18n/use-words.ts'
import { markSegments } from './mark-segments.ts'

interface CheckedTextProps {
  check: FigureCheck
  active: number | null
  onChoose: (index: number) => void
}

/** The text as received; sentences of findings are underlined, their numbers boxed and numbered. */
export const CheckedText = memo(function CheckedText({ check, active, onChoose }: CheckedTextProps) {
  const { t } = useWords()
  const segments = useMemo(() => markSegments(check.text, check.findings), [check])
  return (
    <section className="check-text" aria-label={t('check.checked-text')} lang="zh">
      {segments.map(({ start, text, finding, isFigure }) => {
        if (finding === null) return <span key={start}>{text}</span>
        const { severity } = check.findings[finding]!
        const state = `is-${severity} ${isFigure ? 'is-figure' : ''} ${finding === active ? 'is-active' : ''}`
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: j and k and the table's buttons do the same
          <mark
            key={start}
            className={`check-mark ${state}`}
            data-finding={finding}
            onClick={() => onChoose(finding)}
          >
            {text}
          </mark>
        )
      })}
    </section>
  )
})

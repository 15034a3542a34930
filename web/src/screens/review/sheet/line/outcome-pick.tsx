import { useWords } from '../../../../i18n/use-words.ts'
import { OUTCOMES, OutcomeWord } from '../../parts/outcome-word.tsx'
import type { SheetLine } from '../sheet-lines.ts'
import type { LineWork } from '../use-line-work.ts'

/** What became of last time's shortfall, in the office's judgement; the data's own proposal is chosen until then. */
export function OutcomePick({ line, work }: { line: SheetLine; work: LineWork }) {
  const { t } = useWords()
  return (
    <span className="outcome-pick" role="radiogroup" aria-label={t('cycle.outcome')}>
      {OUTCOMES.map((outcome, at) => (
        <label key={outcome} className={line.outcome === outcome ? 'is-chosen' : undefined}>
          <input
            type="radio"
            className="visually-hidden"
            name={`outcome-${line.id}`}
            checked={line.outcome === outcome}
            aria-keyshortcuts={String(at + 1)}
            onChange={() => work.decide(line, outcome)}
          />
          <OutcomeWord outcome={outcome} />
        </label>
      ))}
      {line.outcome && !line.isOutcomeDecided && <span className="soft">{t('cycle.outcome-proposed')}</span>}
    </span>
  )
}

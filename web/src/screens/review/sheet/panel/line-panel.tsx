import type { Correction } from '../../../../api/review-model.ts'
import { formatInstant } from '../../../../i18n/format.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import type { SheetLine } from '../sheet-lines.ts'
import { CorrectionList } from './correction-list.tsx'
import './line-panel.css'
import { SourceCard } from './source-card.tsx'

interface LinePanelProps {
  line: SheetLine
  corrections: readonly Correction[]
}

/** What the active line rests on, as it was drafted, and what was corrected of it. */
export function LinePanel({ line, corrections }: LinePanelProps) {
  const { t } = useWords()
  const own = corrections.filter(({ lineId }) => lineId === line.id)
  return (
    <div className="line-panel">
      <h3>{t('cycle.sources')}</h3>
      {line.sources.length === 0 ? (
        <p className="soft">{t('cycle.no-sources')}</p>
      ) : (
        <ul>
          {line.sources.map((source) => (
            <li key={`${source.href}${source.label.key}${source.label.period}`}>
              <SourceCard source={source} />
            </li>
          ))}
        </ul>
      )}
      {line.words !== null && line.sentence && (
        <>
          <h3>{t('cycle.drafted-as')}</h3>
          <p className="panel-draft">{line.sentence}</p>
        </>
      )}
      {own.length > 0 && (
        <>
          <h3>{t('cycle.corrections')}</h3>
          <CorrectionList corrections={own} draft={line.sentence} />
        </>
      )}
      <p className="soft panel-changed">
        {t('cycle.changed-by', { who: line.changedBy, when: formatInstant(line.changedAt) })}
      </p>
    </div>
  )
}

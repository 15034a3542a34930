import { useWords } from '../../../../i18n/use-words.ts'
import { OutcomeWord } from '../../parts/outcome-word.tsx'
import { sourceWords } from '../panel/source-words.ts'
import type { SheetLine } from '../sheet-lines.ts'
import type { LineWork } from '../use-line-work.ts'
import { ConflictNote } from './conflict-note.tsx'
import { EvidenceList } from './evidence-list.tsx'
import './line-row.css'
import { LineActions } from './line-actions.tsx'
import { OutcomePick } from './outcome-pick.tsx'
import { StaleNote } from './stale-note.tsx'
import { WordsEditor } from './words-editor.tsx'

interface LineRowProps {
  line: SheetLine
  /** As it is read out; null where it is left out. */
  number: number | null
  isFirst: boolean
  isLast: boolean
  work: LineWork
  onSources: () => void
  onCorrect: (() => void) | undefined
}

/** One line: what is said, what it rests on, what became of it, and what may be done to it. */
export function LineRow({ line, number, isFirst, isLast, work, onSources, onCorrect }: LineRowProps) {
  const { t, locale } = useWords()
  const isActive = work.activeId === line.id
  const conflict = work.conflict?.theirs.id === line.id ? work.conflict : null
  return (
    <li
      className={`line ${line.included ? '' : 'is-left-out no-print'} ${line.stale ? 'is-stale' : ''}`}
      data-line={line.id}
      aria-current={isActive ? 'true' : undefined}
      // Clicking anywhere makes a line the active one; by keyboard the same is done with j and k.
      onPointerUp={() => isActive || work.choose(line.id)}
    >
      <span className="line-number figure">{number ?? '—'}</span>
      <span className="line-kind">{t(`cycle.kind.${line.kind}`)}</span>
      <div className="line-body">
        <LineMarks line={line} work={work} />
        {work.editingId === line.id ? (
          <WordsEditor line={line} work={work} />
        ) : (
          <p className="line-text">
            <span className="line-words">{line.shown}</span>
            {line.sources.length > 0 && (
              <>
                {' '}
                <button type="button" className="line-sources no-print" onClick={onSources}>
                  {t('cycle.source-count', { count: line.sources.length })}
                </button>
                <span className="line-printed">
                  {line.sources
                    .map((source) => sourceWords(source, { t, locale }))
                    .join(t('cycle.source-separator'))}
                </span>
              </>
            )}
          </p>
        )}
        {conflict && <ConflictNote conflict={conflict} work={work} />}
        {line.stale && <StaleNote line={line} work={work} />}
        <EvidenceList evidence={line.evidence} />
        {isActive && <LineActions {...{ line, isFirst, isLast, work, onCorrect }} />}
      </div>
    </li>
  )
}

/** What was decided about a line: its outcome, whose words it has, whether it is left out or was corrected. */
function LineMarks({ line, work }: Pick<LineRowProps, 'line' | 'work'>) {
  const { t } = useWords()
  const isReworded = line.words !== null && line.kind !== 'own'
  const isCorrected = line.corrections.length > 0
  if (line.side !== 'follow-up' && !isReworded && line.included && !isCorrected) return null
  return (
    <p className="line-marks">
      {line.side === 'follow-up' &&
        (work.mayEdit && work.activeId === line.id ? (
          <OutcomePick line={line} work={work} />
        ) : (
          line.outcome && <OutcomeWord outcome={line.outcome} />
        ))}
      {isReworded && <span className="line-mark no-print">{t('cycle.own-words')}</span>}
      {!line.included && <span className="line-mark">{t('cycle.left-out')}</span>}
      {isCorrected && (
        <strong className="line-corrected">
          {t('cycle.corrected', { numbers: line.corrections.join(t('app.list-separator')) })}
        </strong>
      )}
    </p>
  )
}

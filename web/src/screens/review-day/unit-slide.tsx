import { useEffect } from 'react'
import type { LineSide } from '../../api/review-model.ts'
import { useWords } from '../../i18n/use-words.ts'
import { OutcomeWord } from '../review/parts/outcome-word.tsx'
import { sourceWords } from '../review/sheet/panel/source-words.ts'
import { SIDES } from '../review/sheet/sheet-lines.ts'
import type { SlideLine } from './slide-lines.ts'

interface UnitSlideProps {
  lines: Readonly<Record<LineSide, readonly SlideLine[]>>
  side: LineSide
  litId: string | undefined
  onSide: (side: LineSide) => void
  onLight: (lineId: string) => void
}

/** One part of a unit's sheet in large type; the lit line tells what it rests on. */
export function UnitSlide({ lines, side, litId, onSide, onLight }: UnitSlideProps) {
  const words = useWords()
  const { t } = words
  useEffect(() => {
    if (litId) document.getElementById(`slide-${litId}`)?.scrollIntoView({ block: 'nearest' })
  }, [litId])
  return (
    <>
      <div className="day-sides" role="tablist" aria-label={t('day.sides')}>
        {SIDES.map((each, at) => (
          <button
            type="button"
            key={each}
            role="tab"
            id={`day-tab-${each}`}
            aria-selected={each === side}
            aria-controls="day-lines"
            className={`is-${each}`}
            onClick={() => onSide(each)}
          >
            <kbd>{at + 1}</kbd> {t(`cycle.side.${each}`)} <span className="figure">{lines[each].length}</span>
          </button>
        ))}
      </div>
      <div className="day-lines" id="day-lines" role="tabpanel" aria-labelledby={`day-tab-${side}`}>
        <ol>
          {lines[side].length === 0 && <li className="day-nothing">{t('day.nothing')}</li>}
          {lines[side].map((line) => (
            <li key={line.lineId} id={`slide-${line.lineId}`}>
              <button
                type="button"
                className={line.lineId === litId ? 'is-lit' : ''}
                aria-current={line.lineId === litId}
                onClick={() => onLight(line.lineId)}
              >
                {line.outcome && <OutcomeWord outcome={line.outcome} />} {line.shown}
                {line.corrections.length > 0 && (
                  <em className="day-corrected">
                    {t('cycle.corrected', { numbers: line.corrections.join(t('app.list-separator')) })}
                  </em>
                )}
                {line.lineId === litId && (
                  <span className="day-rests-on">
                    {line.evidence.map(({ text }) => (
                      <span key={text.zh}>{words.locale === 'en' ? text.en : text.zh}</span>
                    ))}
                    {line.sources.map((source) => (
                      <span key={source.href}>{sourceWords(source, words)}</span>
                    ))}
                  </span>
                )}
              </button>
            </li>
          ))}
        </ol>
      </div>
    </>
  )
}

import { Link } from '@tanstack/react-router'
import { useWords } from '../../../i18n/use-words.ts'
import { OutcomeWord } from '../parts/outcome-word.tsx'
import { printFit } from '../parts/print-fit.ts'
import { EvidenceList } from '../sheet/line/evidence-list.tsx'
import { sourceWords } from '../sheet/panel/source-words.ts'
import { type SheetLine, SIDES } from '../sheet/sheet-lines.ts'

interface UnitPageProps {
  reviewId: string
  unitId: string
  name: string
  lines: readonly SheetLine[]
  /** The line that the address names. */
  litId: string | undefined
}

/** One unit on one page: its three parts with their sources in small print. */
export function UnitPage({ reviewId, unitId, name, lines, litId }: UnitPageProps) {
  const words = useWords()
  const { t } = words
  return (
    <section className="book-unit" aria-labelledby={`unit-${unitId}`} style={printFit(lines, words)}>
      <h2 id={`unit-${unitId}`}>
        <Link to="/review/$reviewId/sheets/$unitId" params={{ reviewId, unitId }} search={{}}>
          {name}
        </Link>
      </h2>
      {SIDES.map((side) => {
        const own = lines.filter((line) => line.side === side)
        return (
          <div key={side} className={`book-side is-${side}`}>
            <h3>
              {t(`cycle.side.${side}`)}{' '}
              <span className="soft figure">{own.length > 0 ? own.length : t('app.none')}</span>
            </h3>
            <ol>
              {own.map((line) => (
                <li key={line.id} id={`line-${line.id}`} className={line.id === litId ? 'is-lit' : undefined}>
                  {line.outcome && <OutcomeWord outcome={line.outcome} />} {line.shown}
                  {line.corrections.length > 0 && (
                    <strong className="line-corrected">
                      {' '}
                      {t('cycle.corrected', { numbers: line.corrections.join(t('app.list-separator')) })}
                    </strong>
                  )}
                  {line.sources.length > 0 && (
                    <span className="book-sources">
                      {' '}
                      {line.sources
                        .map((source) => sourceWords(source, words))
                        .join(t('cycle.source-separator'))}
                    </span>
                  )}
                  <EvidenceList evidence={line.evidence} />
                </li>
              ))}
            </ol>
          </div>
        )
      })}
    </section>
  )
}

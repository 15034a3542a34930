import { Link } from '@tanstack/react-router'
import { useWords } from '../../../i18n/use-words.ts'
import { OutcomeWord } from '../parts/outcome-word.tsx'
import { EvidenceList } from '../sheet/line/evidence-list.tsx'
import { sourceWords } from '../sheet/panel/source-words.ts'
import { type SheetLine, SIDES } from '../sheet/sheet-lines.ts'

interface UnitPageProps {
  reviewId: string
  unitId: string
  name: string
  lines: readonly SheetLine[]
}

/** One unit on one page: its three parts with their sources in small print. */
export function UnitPage({ reviewId, unitId, name, lines }: UnitPageProps) {
  const { t, locale } = useWords()
  return (
    <section className="book-unit" aria-labelledby={`unit-${unitId}`}>
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
                <li key={line.id}>
                  {line.outcome && <OutcomeWord outcome={line.outcome} />} {line.shown}
                  {line.corrections.length > 0 && (
                    <strong className="line-corrected">
                      {' '}
                      {t('cycle.corrected', { numbers: line.corrections.join(t('app.list-separator')) })}
                    </strong>
                  )}
                  <EvidenceList evidence={line.evidence} />
                  {line.sources.length > 0 && (
                    <p className="book-sources">
                      {line.sources
                        .map((source) => sourceWords(source, { t, locale }))
                        .join(t('cycle.source-separator'))}
                    </p>
                  )}
                </li>
              ))}
            </ol>
          </div>
        )
      })}
    </section>
  )
}

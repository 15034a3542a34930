import { Button } from 'antd'
import type { LineSide } from '../../../api/review-model.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { LineRow } from './line/line-row.tsx'
import { OwnLineForm } from './line/own-line-form.tsx'
import type { SheetLine } from './sheet-lines.ts'
import type { LineWork } from './use-line-work.ts'

interface LineSectionProps {
  side: LineSide
  lines: readonly SheetLine[]
  work: LineWork
  onSources: (id: string) => void
  onCorrect: ((id: string) => void) | undefined
}

/** One part of the sheet, its lines numbered as they are read out. */
export function LineSection({ side, lines, work, onSources, onCorrect }: LineSectionProps) {
  const { t } = useWords()
  const included = lines.filter((line) => line.included)
  return (
    <section className={`sheet-side is-${side}`} aria-labelledby={`side-${side}`}>
      <header>
        <h2 id={`side-${side}`}>
          {t(`cycle.side.${side}`)} <span className="soft figure">{included.length}</span>
        </h2>
        {work.mayEdit && work.addingSide !== side && (
          <Button
            size="small"
            type="text"
            className="no-print"
            aria-label={t('cycle.add-line-to', { side: t(`cycle.side.${side}`) })}
            onClick={() => work.startAdding(side)}
          >
            + {t('cycle.add-line')}
          </Button>
        )}
      </header>
      {lines.length === 0 ? (
        <p className="soft sheet-nothing">{t('cycle.side-empty')}</p>
      ) : (
        <ol>
          {lines.map((line, at) => (
            <LineRow
              key={line.id}
              line={line}
              number={line.included ? included.indexOf(line) + 1 : null}
              isFirst={at === 0}
              isLast={at === lines.length - 1}
              work={work}
              onSources={() => onSources(line.id)}
              onCorrect={onCorrect && (() => onCorrect(line.id))}
            />
          ))}
        </ol>
      )}
      {work.addingSide === side && <OwnLineForm side={side} work={work} />}
    </section>
  )
}

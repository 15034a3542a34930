import { Button } from 'antd'
import { useWords } from '../../../../i18n/use-words.ts'
import type { SheetLine } from '../sheet-lines.ts'
import type { LineWork } from '../use-line-work.ts'

/** The sources say something else than when this was drafted: what they say now, and a way to take it over. */
export function StaleNote({ line, work }: { line: SheetLine; work: LineWork }) {
  const { t } = useWords()
  const { stale } = line
  if (!stale) return null
  return (
    <div className="line-stale">
      <strong>▲ {t(`cycle.stale.${stale.reason}`)}</strong>
      {stale.now && <p>{t('cycle.stale-now', { sentence: stale.now.sentence })}</p>}
      {work.mayEdit && (
        <span className="words-foot no-print">
          {stale.now ? (
            <Button size="small" onClick={() => work.takeOver(line)}>
              {t('cycle.take-over')}
            </Button>
          ) : (
            line.included && (
              <Button size="small" onClick={() => work.toggle(line)}>
                {t('cycle.leave-out')}
              </Button>
            )
          )}
        </span>
      )}
    </div>
  )
}

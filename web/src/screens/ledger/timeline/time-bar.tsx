import type { Item } from '../../../api/model.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { filledShare, placeOf, spanOn, type TimeScale } from './time-scale.ts'

interface TimeBarProps {
  item: Item
  scale: TimeScale
  asOf: string
}

/** From start to deadline, filled as far as progress has come; past the deadline hatched; the first deadline as a mark. */
export function TimeBar({ item, scale, asOf }: TimeBarProps) {
  const { t } = useWords()
  const due = item.dueOn!
  const start = item.startOn && item.startOn < due ? item.startOn : due
  const bar = spanOn(scale, start, due)
  const lateTo = item.finishedOn ?? item.reportedOn ?? asOf
  const late = item.daysLate !== null && item.daysLate > 0 ? spanOn(scale, due, lateTo) : undefined
  const now = placeOf(asOf, scale)
  const first = item.firstDueOn && item.firstDueOn !== due ? placeOf(item.firstDueOn, scale) : undefined
  const words = t('ledger.timeline.words', { from: start, to: due, percent: item.progress })
  return (
    <span className="time-bar" title={words}>
      <span className="visually-hidden">{words}</span>
      {scale.ticks.map(({ day, at }) => (
        <i key={day} className="time-bar-tick" style={{ left: `${at}%` }} />
      ))}
      {late && <i className="time-bar-late" style={percent(late)} />}
      {bar && (
        <i className={`time-bar-span ${item.state === 'closed' ? 'is-done' : ''}`} style={percent(bar)}>
          <i style={{ width: `${filledShare(scale, { from: start, to: due, progress: item.progress })}%` }} />
        </i>
      )}
      {first !== undefined && first >= 0 && first <= 100 && (
        <i
          className="time-bar-first"
          style={{ left: `${first}%` }}
          title={t('ledger.first-due', { day: item.firstDueOn! })}
        />
      )}
      {!bar && !late && <Outside isBefore={due < scale.from} />}
      {now >= 0 && now <= 100 && <i className="time-bar-now" style={{ left: `${now}%` }} />}
    </span>
  )
}

/** An arrow to where the bar lies. */
function Outside({ isBefore }: { isBefore: boolean }) {
  return <i className={`time-bar-outside ${isBefore ? 'is-before' : 'is-after'}`}>{isBefore ? '◂' : '▸'}</i>
}

function percent({ left, width }: { left: number; width: number }) {
  return { left: `${left}%`, width: `${width}%` }
}

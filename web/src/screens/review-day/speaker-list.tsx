import type { ReviewDetail } from '../../api/review-model.ts'
import { useWords } from '../../i18n/use-words.ts'
import { formatSeconds } from './clock/stretches.ts'
import type { DayClock } from './clock/use-clock.ts'

interface SpeakerListProps {
  speakers: ReviewDetail['speakingOrder']
  at: number
  clock: DayClock
  nameOf: (unitId: string) => string
  onShow: (at: number) => void
}

/** Who speaks, in order, with the time each has used of what it has. */
export function SpeakerList({ speakers, at, clock, nameOf, onShow }: SpeakerListProps) {
  const { t } = useWords()
  return (
    <nav className="day-speakers" aria-label={t('day.speakers')}>
      <ol>
        {speakers.map(({ unitId, minutes }, index) => {
          const used = clock.usedOf(unitId)
          const isRunning = clock.runningUnitId === unitId
          return (
            <li key={unitId}>
              <button type="button" aria-current={index === at} onClick={() => onShow(index)}>
                <span className="figure">{index + 1}</span>
                <span className="day-speaker-name">{nameOf(unitId)}</span>
                <span className={`day-speaker-time figure ${used > minutes * 60 ? 'is-over' : ''}`}>
                  {formatSeconds(used)} / {formatSeconds(minutes * 60)}
                  {isRunning && ` ${t('day.running')}`}
                </span>
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
